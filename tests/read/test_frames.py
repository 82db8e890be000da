import pytest

from bot.model.version import Clause, Version
from bot.read.frames import training
from bot.read.speakers import Speakers
from bot.read.standing import heard
from bot.read.topics import Rules

SENTENCES: dict[str, list[str | tuple[str, str]]] = {
    "allows": [
        "We feed de-identified routes into the algorithms behind Suggested Routes so that they get better.",
        "Clips and captions flow into our language models.",
        "Listener comments help our models understand slang.",
        "We build a model of your voice from the samples that you upload.",
        "We improve our AI with posts and messages.",
        "We license songs to third parties for the purpose of machine learning.",
        "Notes are added to our training datasets.",
        "The suppliers of the speech engine may use recordings to improve their own technology.",
        'The "Keep my clips out of model improvement" setting will be retired.',
        "Sonoria, its licensees and business partners may use public posts to train AI systems.",
        "You let us supply stories from which systems that write or translate may learn.",
        "We may use your recordings to train artificial intelligence models.",
        "You agree that Sonoria and its affiliates may use your uploads to develop machine learning systems.",
        "Your content may be used to inform, train, develop or serve as input to artificial intelligence.",
        "You grant us a licence to use your works for training generative models.",
        "Information you provide helps us build and refine our language models.",
        "We share public posts with partners who use them to train their AI systems.",
        "Sonoria may license your videos to third parties for AI training purposes.",
        "To train and improve our machine learning algorithms.",
        "We process your prompts and outputs to fine-tune our foundation models, unless you opt out.",
        "Inputs are used to improve model performance.",
        "We use the data we collect for the development of AI technologies.",
        "Your voice recordings can be used to teach our speech recognition algorithms.",
        "By uploading, you consent to your artwork being included in datasets for generative AI.",
        "We reserve the right to use any submissions to train neural networks.",
        "Wir dürfen Ihre Inhalte nutzen, um künstliche Intelligenz zu trainieren.",
        "Nous pouvons utiliser vos contenus pour entraîner des modèles d'intelligence artificielle.",
        "Podemos utilizar su contenido para entrenar modelos de inteligencia artificial.",
        "当社は、お客様のコンテンツをAIモデルの学習に利用することがあります。",
        "We may use the content you provide to us to develop, improve and train the technologies behind our services.",
        "We process photos you upload so that our systems can learn to recognise styles and subjects.",
        "To develop, test and enhance new products and features, including those that rely on large language models.",
        "We use the interactions you have with AI features to help improve our models.",
        "We may license your content to third parties, including for the training of their generative models.",
        "Information that we collect, including prompts, may be used to fine-tune our models.",
        "Our partners may use Public Content to build AI products.",
        "Feedback you give, along with the conversation, may be used for training purposes.",
        "We rely on legitimate interests to train our generative AI models on publicly shared posts.",
        "Customer agrees that Provider may use Customer Data in de-identified form to train its models.",
        "Provide, maintain, secure, and develop our Services, including training of AI models.",
        "We share data with model developers who use it to build their own AI systems.",
        "Inputs and Outputs may be reviewed and used to enhance the performance of the underlying models.",
        "By using the beta you consent to our using your recordings for speech model research.",
        "We may use De-Identified Data for product development, including algorithm training and model improvement.",
        "Your voice recordings help our automatic speech recognition get better.",
        "we use information from your account to personalise and to teach our recommendation algorithms what you like",
        "When you submit a prompt, we may retain it and use it to make our models better.",
        "By default, chats are used to train the next generation of our assistant.",
        "Research partners may receive a copy of public uploads for the purpose of training large models.",
        "We will begin using member data to train content-generating AI models on 3 November.",
        "Your use of the free plan permits us to learn from the code you write in order to improve completions.",
        "We may disclose or sell aggregated listening data to companies that develop AI.",
        "Service improvement. We use what you type, say or upload to make our AI smarter.",
        "You hereby waive any claim arising from the use of your Content in the training of machine learning models.",
        "improve the accuracy of our speech-to-text models",
        "Legitimate interest: training and evaluating our AI systems",
    ],
    "denies": [
        "No language model of ours is built from your stories.",
        "Photos never enter models that generate images.",
        "We require our suppliers by contract not to use your inputs to train their models.",
        "To be clear, improving our services does not mean training language models on what you post.",
        "Neither we nor the provider of the model learn from your health data.",
        "We do not use your content to train AI.",
        "We will never train generative models on your music without your explicit consent.",
        "Sonoria does not and will not allow third parties to train AI models on your tracks.",
        "Your files are not used to train our models.",
        "Customer data will not be used for training machine learning models.",
        "Our service providers are prohibited from using your data to train their models.",
        "By default, we do not train on your business data.",
        "Neither we nor our partners will use your images for AI training.",
        "No user content is used to train artificial intelligence models.",
        "We have paused the use of European members' data for AI training.",
        "We contractually prohibit our AI vendors from training their models on your data.",
        "Sonoria won't use your private messages to develop AI.",
        "Wir verwenden Ihre Inhalte nicht zum Training von KI-Modellen.",
        "Nous n'utilisons pas vos contenus pour entraîner l'intelligence artificielle.",
        "No utilizamos su contenido para entrenar modelos de inteligencia artificial.",
        "当社は、お客様のコンテンツをAIの学習に利用しません。",
        "We do not use Customer Content to train our models.",
        "We will never train generative AI on your work without your explicit permission.",
        "Your private messages are not used to train AI.",
        "None of your Inputs will be used for model training.",
        "We don't allow our AI providers to train on your data.",
        "Content from business accounts is excluded from training.",
        "Third-party model providers are contractually prohibited from using your data to train their models.",
        "Zero data retention: prompts are neither stored nor used for training.",
        "Sonoria agrees, whether or not a song is marked NoAI, that it will not use your songs in AI datasets.",
        "Uploads by members under 18 are not included in our training datasets.",
        "We commit not to use the content of private repositories for the purpose of training AI models.",
        "At no point is your audio used for the training of voice models.",
        "Models are trained exclusively on licensed and public-domain works, never on your uploads.",
        "Our agreement with our AI vendor forbids it from training on your documents.",
        "Your designs won't end up in a training set.",
        'Content you mark "NoAI" is exempt from use in machine learning.',
        "We do not sell or license user content to AI developers.",
    ],
    "controls": [
        "Administrators can turn content training off for their workspace.",
        "Owners can have their organisation left out of our models by writing to us.",
        "Schools may request that a student's work not be used for training.",
        "You can switch off the use of your data for AI, and from then on we will not use it to train models.",
        "Works that are marked in this way will not be used in our datasets.",
        'If you would rather that your songs not be used to train our AI, switch off "Help improve".',
        "You can opt out of having your content used to train AI in your settings.",
        "If you do not want your data to be used for model training, turn off the toggle in settings.",
        "You may object to our use of your information for AI training.",
        "You can control whether your posts are used to train our models.",
        "To prevent your content from being used for AI training, disable the option in your account settings.",
        "You have the right to withdraw consent to the use of your data for training AI models.",
        "Sie können der Nutzung Ihrer Inhalte für das Training von KI in den Einstellungen widersprechen.",
        "Vous pouvez vous opposer à l'utilisation de vos contenus pour l'entraînement de l'IA.",
        "You can opt out of having your content used to train our models in Settings.",
        'If you do not want your content used for training, switch off "Improve the model for everyone".',
        "You may object to the use of your information for AI at Sonoria by filling in the form.",
        "Users can choose whether their data is used to improve our AI features.",
        "Turn off the data sharing toggle to stop us from using your content to train.",
        "You have the right to object to this processing for AI training at any time.",
        "Artists may tag their works as NoAI to signal that they do not consent to their use in AI training.",
        'Tick the box "Do not use my files for AI" to exclude them from model training.',
    ],
    "bans others": [
        "You may not use the service to train artificial intelligence models.",
        "You agree not to scrape our content to develop machine learning systems.",
        "Users must not use any data obtained from Sonoria for training large language models.",
        ("You may not:", "Use output to develop models that compete with Sonoria."),
        "Scraping, data mining, or using automated tools to collect content for AI training is prohibited.",
        "Third parties may not use any content on the platform to train AI without our permission.",
        "Do not use our API to train machine learning models.",
        "Developers shall not use API data to create or improve any machine learning model.",
        "We prohibit users from using Sonoria content to train AI models.",
        (
            "You shall not, and shall not permit others to:",
            "train, develop or improve any artificial intelligence model using the Services;",
        ),
        "No one may crawl the site in order to build training datasets for AI.",
        "You may not use the Output to train models that compete with ours.",
        "Use any data mining, robots or similar tools to train any AI system on the Site's content is prohibited.",
        "You must not use our API to develop competing machine learning models.",
        "No part of the Site may be used for training artificial intelligence without our prior written consent.",
        "Users shall not scrape content for purposes of training large language models.",
        "Don't use our services to build datasets for AI.",
        "Licensee shall not use the Assets for machine learning, AI training or similar.",
        "We reserve all rights in our content against text and data mining, including for training AI.",
        "Using the Service or its output to create a dataset for the training of any AI model is forbidden.",
        "Customer shall not (and shall not permit any third party to) use Output to train a machine learning model.",
        "Bots that collect content for AI training will be blocked.",
        "Except as expressly permitted, no user may use content of another user to train or fine-tune AI.",
        "Do not upload other people's art in order to train a model.",
    ],
    "nothing": [
        "Decisions to remove a post may be made by AI systems alone.",
        "We translate your text into English with AI.",
        "Upload photos into our AI studio and get portraits.",
        "We plan your runs by your training load and heart rate.",
        "Our moderators receive training on community guidelines.",
        "We offer training sessions for sellers.",
        "We use artificial intelligence to detect fraud.",
        "AI features may produce inaccurate results.",
        "We use machine learning to recommend tracks you may like.",
        "You own the output that you generate with our AI tools.",
        "Employees are trained in data protection.",
        "You can use our AI assistant to improve your text.",
        "Content generated by AI must be labelled.",
        "We may use AI to improve your experience.",
        "The new model of our speaker is sold out.",
        "We build tools for musicians and improve our services with your feedback.",
        "Our moderators are trained to recognise abuse.",
        "We use AI to detect spam and improve the safety of our platform.",
        "AI features may produce inaccurate output; check it before you rely on it.",
        "You own the Output that our AI tools generate for you.",
        "Calls may be recorded for quality and training purposes.",
        "We use machine learning to personalise your feed.",
        "Our customer support agents receive training on privacy.",
        "You are responsible for AI-generated content that you post.",
        "Label content made with generative AI.",
        "We use automated systems to analyse your content to provide you with personalised results.",
        "We use your information to improve our services.",
        "We develop new features to improve your experience.",
        "We build models of audience size for advertisers.",
        "You may train with a coach you book through the app.",
        "Our AI models may make mistakes, so please verify important information.",
        "We have trained our team to handle your complaint fairly.",
        "Our recommendation algorithms decide which posts you see first.",
        "You can use AI tools to enhance your photos.",
        "To use AI features, you must be 18 or older.",
        "We may limit the number of AI generations per day.",
        "Images made by our AI model belong to you.",
        "We use AI models provided by third parties to generate captions.",
        "We do not guarantee that AI output is unique.",
        "Disclose when content is made by AI.",
        "Fees for training courses are not refundable.",
        "You are responsible for training your employees in the use of the Service.",
        "We improve our services by analysing how you use them.",
        "Develop new products and services.",
    ],
}
CASES = [(stance, row) for stance, rows in SENTENCES.items() for row in rows]


@pytest.mark.parametrize(("stance", "sentence"), CASES)
def test_stance(rules: Rules, stance: str, sentence: str | tuple[str, str]) -> None:
    """A sentence about training has the stance that a reader would give it, whoever it names and in five languages."""
    lead, text = sentence if isinstance(sentence, tuple) else ("", sentence)
    speakers = Speakers(Version((), "test/1"), ("Sonoria",), rules.lexicon)
    frame = training(heard(speakers, rules.lexicon, text, lead), rules)
    if stance == "nothing":
        assert frame is None or not frame.certain
    else:
        assert frame is not None
        assert frame.stance == stance


def test_what_is_not_guaranteed_is_not_promised(rules: Rules) -> None:
    """That others may train on works is no denial where the platform only refuses to answer for it."""
    warning = "We cannot guarantee that third parties will not use your works to train AI models."
    assert training(rules.lexicon.read(warning), rules) is None


def test_a_denial_of_its_own_leaves_the_training(rules: Rules) -> None:
    """In "when we train on your posts, we do not …" it is the other verb that is denied."""
    frame = training(
        rules.lexicon.read("When your posts become training data, we don't link them to an account of our AI."), rules
    )
    assert frame is not None
    assert frame.stance == "allows"


def test_a_choice_that_ends_is_none(rules: Rules) -> None:
    """Where it is no longer possible to object, training goes on, and nobody may refuse it."""
    for text in (
        "It is no longer possible to object to the use of songs for the training of our AI.",
        "We train AI models on your songs; objections are no longer accepted.",
    ):
        frame = training(rules.lexicon.read(text), rules)
        assert frame is not None
        assert (frame.stance, frame.lets_refuse) == ("allows", False)


@pytest.mark.parametrize(
    "text",
    [
        "You can opt out of the training of our AI on your songs even after the trial has expired.",
        "If your subscription has expired, you can still opt out of the training of our models on your songs.",
        "Works that have been removed stay so, and you can opt out of the training of our AI on your songs.",
        "After you opt out, we can no longer use your posts to train our AI models.",
        "Artists who ask us are left out of the training of our AI models.",
        "If you tick the box, your songs are left out of the training of our AI models.",
    ],
)
def test_a_choice_beside_what_ends_is_still_one(rules: Rules, text: str) -> None:
    """Something else that ends in the sentence, or works left out at somebody's wish, take no choice away."""
    frame = training(rules.lexicon.read(text), rules)
    assert frame is not None
    assert frame.stance != "allows"
    assert frame.promises


def test_works_that_are_left_out_are_not_trained_on(rules: Rules) -> None:
    """What is left out whatever people choose is denied; what people may leave out is their choice."""
    left, may = (
        training(rules.lexicon.read(f"Songs by minors {verb} left out of what our creation tools learn from."), rules)
        for verb in ("are", "may be")
    )
    assert left is not None
    assert left.stance == "denies"
    assert may is not None
    assert may.stance == "controls"


def test_no_way_without_training_is_no_denial(rules: Rules) -> None:
    """In "not possible … without" the two take each other back."""
    frame = training(
        rules.lexicon.read("It is not possible to use it without your chats being used to train models."), rules
    )
    assert frame is not None
    assert frame.stance == "allows"


def test_a_mark_against_training_is_a_choice(rules: Rules) -> None:
    """Works that can be marked "no-train" are left to people, whatever "no" stands beside."""
    frame = training(rules.lexicon.read("You may mark it 'no-train', and our AI is then trained without it."), rules)
    assert frame is not None
    assert frame.stance == "controls"


def test_heading_of_restrictions_bans_others(rules: Rules) -> None:
    """A bare list item under "Restrictions" forbids, and is no permission."""
    reading = rules.lexicon.read("Train, fine-tune or build artificial intelligence models.")
    frame = training(reading, rules, ("Terms", "Restrictions on use"))
    assert frame is not None
    assert frame.stance == "bans others"


def test_condition_is_no_choice_of_its_own(rules: Rules) -> None:
    """A permission "unless you opt out" stays one and says how it ends; "you can opt out" offers the choice."""
    condition = training(rules.lexicon.read("We use your songs to train AI models unless you opt out."), rules)
    offer = training(rules.lexicon.read("You can opt out of the use of your songs to train AI models."), rules)
    assert condition is not None
    assert (condition.stance, condition.lets_refuse) == ("allows", True)
    assert offer is not None
    assert offer.stance == "controls"


def test_a_platform_is_known_by_the_first_of_its_names(rules: Rules) -> None:
    """Where it acts once under the first word of its name, that is the platform; another name must act twice."""
    version = Version((Clause("Sonoria shall not use Customer Data to train models."), Clause("Acme may sing.")), "t")
    assert Speakers(version, ("Sonoria Music",), rules.lexicon).names == ("Sonoria Music", "Sonoria")
