import pytest

from bot.model.version import Version
from bot.read.frames import training
from bot.read.speakers import Speakers
from bot.read.topics import Rules

SENTENCES: dict[str, list[str | tuple[str, str]]] = {
    "allows": [
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
    ],
    "denies": [
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
    ],
    "controls": [
        "You can opt out of having your content used to train AI in your settings.",
        "If you do not want your data to be used for model training, turn off the toggle in settings.",
        "You may object to our use of your information for AI training.",
        "You can control whether your posts are used to train our models.",
        "To prevent your content from being used for AI training, disable the option in your account settings.",
        "You have the right to withdraw consent to the use of your data for training AI models.",
        "Sie können der Nutzung Ihrer Inhalte für das Training von KI in den Einstellungen widersprechen.",
        "Vous pouvez vous opposer à l'utilisation de vos contenus pour l'entraînement de l'IA.",
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
    ],
    "nothing": [
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
    ],
}
CASES = [(stance, row) for stance, rows in SENTENCES.items() for row in rows]


@pytest.mark.parametrize(("stance", "sentence"), CASES)
def test_stance(rules: Rules, stance: str, sentence: str | tuple[str, str]) -> None:
    """A sentence about training has the stance that a reader would give it, whoever it names and in five languages."""
    lead, text = sentence if isinstance(sentence, tuple) else ("", sentence)
    speakers = Speakers(Version((), "test/1"), ("Sonoria",), rules.lexicon)
    frame = training(rules.lexicon.read(speakers.plain(text), speakers.plain(lead)), rules)
    if stance == "nothing":
        assert frame is None or not frame.certain
    else:
        assert frame is not None
        assert frame.stance == stance


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
