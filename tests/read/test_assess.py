import gc
from datetime import date

import pytest

from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause
from bot.read.sentences import digest
from bot.read.steps import Past
from tests.read.conftest import Assess_of

PERMIT = "We may use the recordings that you upload to train generative models."
REFUSE = "We do not use the recordings that you upload to train any models."
CHOICE = "You can opt out of the use of your recordings to train models in your settings."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Read the rules at https://sonoria.example/rules?v=1.",
            "Read the rules at https://sonoria.example/rules?v=2.",
        ),
        ("Write to legal@sonoria.example about claims.", "Write to [email protected] about claims."),
        ("Last updated: March 3, 2025", "Last updated: January 9, 2026"),
        ("Updated 3 days ago", "Updated yesterday"),
        ("You own “your” songs and we host them.", 'You own "your" songs and we host them.'),
        ("3.1 You own the songs that you upload to us.", "4.2 You own the songs that you upload to us."),
        ("You may not resell acess to the service.", "You may not resell access to the service."),
        ("We organise concerts for our members in summer.", "We organize concerts for our members in summer."),
        (
            "Sonoria is a company that is located at 12 Harbour Street, 20457 Hamburg, in Germany.",
            "Sonoria is a company that is located at 7 Canal Road, 10115 Berlin, in Germany.",
        ),
        ("You may share a song with your friends.", "YOU MAY SHARE A SONG WITH YOUR FRIENDS."),
        ("You can use Sonoria Teams with your label.", "You can use Sonoria Groups with your label."),
        ("See Section 4 for what happens to refunds.", "See Section 7 for what happens to refunds."),
        ("Use our filters to keep noise out of their rooms.", "Use our filters to keep noise out of your rooms."),
        ("If you have paid for a year, the songs stay online.", "f you have paid for a year, the songs stay online."),
        ("What is a trade mark report at Sonoria?", "What is a report of copyright infringement at Sonoria?"),
        ("© 2025 Sonoria Ltd. All rights reserved.", "All rights reserved."),
        ("Excerpts of your songs will also appear on the services of others.", "Excerpts of"),
        ("Book returns. Cancelled subscriptions.", "Book returns; Cancelled subscriptions."),
        (
            "Disputes end under Section 11.4, not in court.",
            "Disputes end under Section 11.4 (Exceptions), not in court.",
        ),
        ("Members may have access to Studio and Charts.", "Members may have access to Studio, Packages and Charts."),
        ("Your total may include fees and shipping costs.", "Your total may include fees and delivery costs."),
        (
            "You grant us a non-exclusive, sub-licensable, worldwide license to host, copy and translate your content.",
            "You grant us a nonexclusive, sublicensable, worldwide licence to host, copy and translate your content.",
        ),
        ("DE - Nutzungsbedingungen 20260330.pdf", "DE - Nutzungsbedingungen Sonoria 20260519.pdf"),
        ("You switch it off in Settings → Privacy → Ads.", "You switch it off in Settings → Your data → Ads."),
        (
            "You may upload a document, which is deleted after the check of your age.",
            "You may upload a document. The document is deleted after the check of your age.",
        ),
        (
            "Neither songs nor lyrics are used by us to train artificial intelligence (AI) models.",
            "We do not use songs or lyrics to train artificial intelligence models.",
        ),
        ("Sonoria is home to 8,211,904 songs by musicians.", "Sonoria is home to 8,412,077 songs by musicians."),
        (
            "We will notify you prior to any change of fees, pursuant to the rules for sellers.",
            "We'll tell you before any change of fees, under the rules for sellers.",
        ),
        ("See here for the data that we sell.", "See here(opens in a new window) for the data that we sell."),
        ("Pro tip: You can see the location that we hold.", "Expert tip: you can see the location that we hold."),
        ("Call 1-555-0137 to object to the sale of data.", "Call +1 (555) 019-9921 to object to the sale of data."),
        ("Our fees are listed on this page.", "Our fees are listed on this page - opens in new window or tab."),
        ('Tips (<strong>"Tips"</strong>) cost a fee of 5 euros.', 'Tips ("Tips") cost a fee of 5 euros.'),
        ("Ask privacy@sonoria.example what we hold.", "Ask (mailto:privacy@sonoria.example) what we hold."),
        ("You may read these rules in Dutch.", "Last modified on May 3, 2026 You may read these rules in Dutch."),
        ("Sonoria had 1.3 million active recipients in June.", "Sonoria had 2.1M active recipients in June."),
        ("You may not sell songs, as set out in the .", "You may not sell songs, as set out in the Rules for Sellers."),
        ("We may close accounts that infrom nobody.", "We may close accounts that inform nobody."),
        (
            "Claims go to Sonoria SA, 12, rue de la Paix, 75002 Paris, and must be signed.",
            "Claims go to Sonoria SA, 140 boulevard Haussmann, 75008 Paris, and must be signed.",
        ),
        ("We may sell what you leave behind.", "Seller RulesWe may sell what you leave behind."),
        (
            "Our failure to enforce a rule is no waiver of our rights.",
            "Sonoria's failure to enforce a rule is no waiver of its rights.",
        ),
        ("You may withdraw consent at any moment.", "You may withdraw your consent at any time."),
        ("Some data is kept until you close your account.", "We keep some data until you close your account."),
        ("Device data | your address | 12 months", "Device data ⓘ What your browser sends | your address | 12 months"),
        (
            "You may not speak ill of Sonoria or sell what you hear.",
            "You may not speak ill of SonoriaThe company Sonoria Ltd. and those that it owns. or sell what you hear.",
        ),
        ("Effective date: 13 November 2023", "Effective from 13 November 2023"),
        ("Telephone: 555-0142.", "Telephone: 555-0177."),
        (
            "Sonoria Studio, Sonoria Rooms and Sonoria Chat*",
            "Sonoria Studio, Sonoria app, Sonoria Rooms and Sonoria Chat*",
        ),
        (
            "There is a short version, for instance if you're a minor.",
            "There is a short version, for instance if you're a kid.",
        ),
        (
            "Our designated agent for notices is Dana Wood, Copyright Agent, Sonoria Ltd.",
            "Our designated agent for notices is the Copyright Team, attention Ines Okafor, Sonoria Ltd.",
        ),
        (
            "You may sell patterns, and you may link to your shop, but please do not post a link more than once a day.",
            "You may sell patterns. You may also link to your shop. Please do not post a link more than once a day.",
        ),
        (
            "We keep copies of invoices for ten years because tax law requires it.",
            "Because tax law requires it, copies of invoices are kept for ten years.",
        ),
        (
            "We use public posts to improve AI tools, including by training models, and you can object in the Hub.",
            "We use public posts to improve AI tools. This includes training models. You can object in the Hub.",
        ),
        ("Our tools are trained on drawings made for us.", "We train our tools on drawings that are made for us."),
        (
            "To opt out of ads, open the page of your account and switch off Relevant Ads.",
            "To opt out of ads, open the page of your account and turn off Relevant Ads.",
        ),
        (
            "Our data protection officer, Ada Ekman, can be reached at Box 114, Gothenburg (telephone 031-555 20 10).",
            "Our data protection officer, Jo Friberg, can be reached at Kajen 9, Oslo (telephone 031-555 20 14).",
        ),
        ("We use artificial intelligence to sort what you upload.", "We use AI to sort what you upload."),
        (
            "The Hobby plan is free for up to 3 hours of audio a month.",
            Clause("Hobby, up to 3 hours of audio a month | free", kind="row"),
        ),
    ],
)
def test_noise_is_quiet(assessed: Assess_of, before: str, after: str | Clause) -> None:
    """Links, addresses, dates, typography, numbering, spelling, capitals and names of products are no news."""
    found = assessed(before, after)
    assert found.verdict == "quiet", found.notes
    assert found.reason


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We train our models on verified songs.", "We train our models on unverified songs."),
        ("We may increase your share of the revenue.", "We may decrease your share of the revenue."),
        ("We delete inactive accounts after a year.", "We delete active accounts after a year."),
        ("We are not liable for indirect damages.", "We are not liable for direct damages."),
        ("Our liability is limited to 1 million dollars.", "Our liability is limited to 1 billion dollars."),
        ("We use your recordings for internal research.", "We use your recordings for external research."),
        ("These terms are governed by the laws of Austria.", "These terms are governed by the laws of Australia."),
        ("The payer bears the cost of a chargeback.", "The payee bears the cost of a chargeback."),
        ("Your content", "Your content may be used to train our AI models."),
    ],
)
def test_a_word_that_is_spelt_alike_is_news(assessed: Assess_of, before: str, after: str) -> None:
    """Opposites and other places are no slips of the pen, and an item that became a sentence is none cut off."""
    assert assessed(before, after).verdict == "announce"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We recieve the files that you send to us.", "We receive the files that you send to us."),
        ("Please note the accomodation of guests.", "Please note the accommodation of guests."),
        ("Each résumé that you upload is stored.", "Each resume that you upload is stored."),
        ("The service is operated by sonoria Pty Ltd in Hull.", "The service is run by sonoria Pty Ltd in Hull."),
        ("We delete your account 30 days after removal begins.", "We delete your account 30 days after removal began."),
        ("We remove a work that somebody steals.", "We remove a work that somebody has stolen."),
        ("Excerpts from your profile will also appear on the services of others.", "Excerpts from"),
    ],
)
def test_slips_and_other_words_for_the_same_are_no_news(assessed: Assess_of, before: str, after: str) -> None:
    """A letter left out, two that changed places, an accent, a legal form, the past of a verb, a line cut short."""
    assert assessed(before, after).verdict == "quiet"


@pytest.mark.parametrize(
    "line",
    [
        "We train our AI models on our data and on the songs you upload.",
        "We train AI with our content and with your songs.",
        "We train our AI on your uploads; songs of those who object will be removed from the training data.",
        "We use your songs to train AI, and misuse is a breach of these terms.",
    ],
)
def test_training_on_works_beside_what_is_the_platforms_is_news(assessed: Assess_of, line: str) -> None:
    """Neither its own data nor a breach named in the same sentence makes its training a ban on others."""
    found = assessed("You may listen.", ("You may listen.", line))
    assert found.findings[0].direction is Direction.INTRODUCED


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("We sell your personal data to advertisers", Topic.DATA_SHARING_SALE),
        ("We may copy, modify, distribute and display your content.", Topic.CONTENT_LICENSE),
    ],
)
def test_a_rule_is_no_title(assessed: Assess_of, line: str, topic: Topic) -> None:
    """What somebody does is told, with or without a full stop."""
    assert topic in {f.topic for f in assessed("You may listen.", ("You may listen.", line)).findings}


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("You use your content worldwide in accordance with these rules.", Topic.CONTENT_LICENSE),
        ("Each provision of these terms may be enforced on its own.", Topic.MONETIZATION_FEES),
        ("We offer three tiers and share details of each on request.", Topic.DATA_SHARING_SALE),
    ],
)
def test_english_words_are_not_read_as_words_of_other_languages(assessed: Assess_of, line: str, topic: Topic) -> None:
    """In English, "accord", "provision" and "tiers" are no licence, fee or other firms."""
    assert topic not in {f.topic for f in assessed("You may listen.", ("You may listen.", line)).findings}


@pytest.mark.parametrize(
    "line",
    [
        "Log in",
        "Careers Blog Pricing",
        "Sonoria Studio is now live!",
        "4,312 plays",
        "FAQ",
        "How labels send their songs",
        "FR - Conditions générales 20260519.pdf",
        "On average, 802,000 recipients in the European Union were active each month in the past half year.",
        "My song was removed",
        "We and our 312 partners store and access information on a device, such as cookies.",
        "I have another question",
        "You can contact our Data Protection Officer: Umbra Ltd, 2 Swan Lane, London EC4R 3TN, dpo@umbra.example",
        "Send an email message to: help@sonoria.example",
        "You can use this table of contents to move through our privacy policy.",
        "You can view the prior Privacy Policy, which applies until August 15, here.",
        "Privacy PolicyAcceptable Use PolicyTrust & Safety",
        "On this page: What we collect · What we sell · Whom we ban",
        "We use cookies to see how you use this site. Accept all Reject all",
        "Sonoria SA; 50, rue Camille Claudel 92130 Issy-les-Moulineaux France;",
        "Updated: May 17 2025, 14:26 GMT Location: https://www.sonoria.example/legal/terms-en?revision=15271",
        "Regulatory Disclosure Requirement - Monthly Active Users (Updated August 18, 2025)",
        "Users who accessed more than one of our products in a month are counted as a user for each product.",
        "Content I posted on Sonoria was removed because it was reported for infringement of copyright.",
        "For more information about how your playlists are sorted, please see here.",
        "If you joined before [date of publication], the changes will be effective as of [enter future date].",
        "Our name has changed; our services and your agreement with us have not.",
        "219 of 311 people found this helpful.",
        "We're making some changes to our Terms of Service.",
        "The updated version will be available soon, and we'll let you know.",
    ],
)
def test_page_furniture_is_quiet(assessed: Assess_of, line: str) -> None:
    """Navigation, banners and counters that come and go are no news."""
    assert assessed((), line).verdict == assessed(line, ()).verdict == "quiet"


def test_lists_of_headings_and_of_other_pages_are_quiet(assessed: Assess_of) -> None:
    """A table of contents and what stands under "related articles" are no part of the document."""
    headings = [Clause(title, kind="heading") for title in ("Fees we charge", "Data we collect", "Ads we show")]
    contents = "Jump to: Fees we charge · Data we collect · Ads we show"
    assert assessed(tuple(headings), (contents, *headings)).verdict == "quiet"
    more = Clause("How we sold our old guitars to members", path=("More from the blog",))
    assert assessed((), (more,)).verdict == "quiet"


def test_a_cookie_banner_is_known_by_its_buttons(assessed: Assess_of) -> None:
    """What a page says of cookies beside a button to accept them all is its banner; in the policy it is news."""
    said = "We use cookies to measure advertising and to share what you like with our partners."
    assert assessed((), (said, "Accept all", "Manage settings")).verdict == "quiet"
    assert assessed((), f"{said} Manage cookies Accept Reject").verdict == "quiet"
    assert assessed((), said).verdict == "announce"
    assert assessed((), f"{said} Accept these terms").verdict == "announce"


def test_a_sentence_that_becomes_a_list_is_no_news(assessed: Assess_of) -> None:
    """What a sentence counts up may stand in items, whatever joined it; another item among them is news."""
    whole = "We use your data to give lessons, to bill you, and to train the models that assess your playing."
    lead = "We use your data to:"
    items = tuple(
        Clause(text, lead=(lead,), kind="item")
        for text in ("give lessons;", "bill you; and", "train the models that assess your playing.")
    )
    assert assessed(whole, (lead, *items)).verdict == "quiet"
    opened = "To give lessons and play, we use the following from all plans but Studio:"
    used = (Clause(text, lead=(opened,), kind="item") for text in ("recordings; and", "scores."))
    plain = "To give lessons and play, we use recordings and scores from all plans but Studio."
    assert assessed(plain, (opened, *used)).verdict == "quiet"
    sold = Clause("sell it to companies that build models;", lead=(lead,), kind="item")
    assert assessed(whole, (lead, sold, *items)).verdict == "announce"


@pytest.mark.parametrize(
    "line",
    [
        "We may update these Terms at any time without telling you.",
        "We are updating our Terms of Service, and from 1 June 2026 we keep 12 % of each sale.",
        "We have updated our Privacy Policy: we now use your songs to train AI models.",
        "We're updating our Privacy Policy to let partners use your posts.",
        "We are changing our guidelines on nudity, which is no longer allowed.",
        "219 people found this song infringing, and we removed it.",
    ],
)
def test_an_update_that_says_what_changes_is_news(assessed: Assess_of, line: str) -> None:
    """A notice of an update is quiet only where it says neither when nor what."""
    assert assessed((), line).verdict == "announce"


def test_those_who_change_places_around_a_deed_are_news(assessed: Assess_of) -> None:
    """Who pays whom hangs on the order of words; the order in a list does not."""
    pays = "The {} pays the {} the costs of the return."
    assert assessed(pays.format("seller", "buyer"), pays.format("buyer", "seller")).verdict == "announce"
    host = "We host your {} and {} for as long as you like."
    assert assessed(host.format("songs", "videos"), host.format("videos", "songs")).verdict == "quiet"


def test_consent_that_is_asked_anew_narrows_a_permission(assessed: Assess_of) -> None:
    """Where training was part of a licence and is done only with consent now, less is permitted."""
    licence = "You grant us a worldwide licence to host your recordings{}."
    asked = "We train our artificial intelligence on your recordings only if you have given your consent."
    wide = licence.format(" and to use them for training machine learning models")
    assert assessed(wide, (licence.format(""), asked)).findings[0].direction is Direction.RESTRICTED
    assert assessed((licence.format(""), asked), wide).findings[0].direction is Direction.EXPANDED


def test_a_summary_is_no_rule_of_its_own(assessed: Assess_of) -> None:
    """What sums a text up is quiet where it stands beside it; a figure or training in it is news."""
    summary = Clause("In short: you stay in charge of your shows.", path=("Shows",))
    shows = Clause("You decide when an episode goes out and how long it stays.", path=("Shows",))
    assert assessed(shows, (summary, shows)).verdict == "quiet"
    for told in ("we keep 12 % of each sale.", "we may use your shows to train AI."):
        assert assessed(shows, (Clause(f"In short: {told}", path=("Shows",)), shows)).verdict == "announce"


def test_a_name_given_up_throughout_is_a_rename_whatever_it_means(assessed: Assess_of) -> None:
    """A feature that is called AI now does what it did; a plan in the place of another is news."""
    before = tuple(
        f"{line} Sonoria Helper {rest}"
        for line, rest in (
            ("We never train", "on your songs."),
            ("What you tell", "may be used to improve it."),
            ("Each label can switch off", "in its console."),
        )
    )
    assert assessed(before, tuple(text.replace("Helper", "AI") for text in before)).verdict == "quiet"
    trains = "Recordings on Free and Starter plans are used to train our models; those on {} plans are not."
    assert assessed(trains.format("Business and Enterprise"), trains.format("Enterprise")).verdict == "announce"


def test_pointers_to_more_are_quiet_unless_they_say_something(assessed: Assess_of) -> None:
    """Where more is read is no news; that models are trained, or how to refuse, is, and so is a turn in a pointer."""
    before = "For details, please read our guide to the lists that we make for labels."
    assert assessed(before, before.replace("labels", "studios")).verdict == "quiet"
    assert assessed(before, before.replace("that we make", "that we may make")).verdict == "announce"
    assert assessed((), "Learn more about how we train AI models on your songs.").verdict == "announce"
    assert assessed((), "Learn more about how you can opt out of personalised advertising.").verdict == "announce"


def test_the_platform_under_a_new_name_is_no_turn(assessed: Assess_of) -> None:
    """A company that is renamed throughout does what it did, though "we" was its former name."""
    shared = "We also process information about you across the Sonoria Companies for these purposes, {} {}."
    old = (
        shared.format("as permitted by applicable law", "and in accordance with their terms"),
        "Tools of Sonoria are used.",
    )
    new = tuple(text.replace("Sonoria", "Umbra") for text in old)
    assert assessed(old, new, document_type="Privacy Policy").verdict == "quiet"


def test_people_called_by_another_word_are_no_news(assessed: Assess_of) -> None:
    """A role that is renamed throughout leaves a licence as it was; another company in it does not."""
    before = tuple(f"The {{0}} grants us a worldwide licence to {verb} content." for verb in ("copy", "show", "sell"))
    old, new = (tuple(line.format(role) for line in before) for role in ("Contributor", "Artist"))
    assert assessed(old, new).verdict == "quiet"
    grant = "You grant {} a worldwide licence to copy your content."
    assert assessed(grant.format("Umbra"), grant.format("Castor")).verdict == "announce"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Three copyright strikes close your account.", "Two copyright strikes close your account."),
        ("Monthly payouts go to the bank that you name.", "Annual payouts go to the bank that you name."),
    ],
)
def test_a_capital_that_begins_a_sentence_makes_no_name(assessed: Assess_of, before: str, after: str) -> None:
    """The first word of a sentence may be what matters, and is no name that was changed."""
    assert assessed(before, after).verdict == "announce"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "We sell your data to our 40 advertising partners."),
        (
            "Sonoria is run by Umbra, Inc. Nobody under 13 may join.",
            "Sonoria is run by Umbra, Inc. Nobody under 16 may join.",
        ),
        ("You can leave this programme in Settings > Visibility.", ""),
        ("", "Flip the switch under Show > Privacy and your episodes are left out."),
        ("", "Those systems measure art; they are not taught to produce pictures."),
        ("Use bots to copy songs.", "Use bots to copy songs or to gather sounds for machine learning."),
        ("", "To object to the sale of your data, write to privacy@sonoria.example."),
        (
            "Complaints must reach us at help@sonoria.example.",
            "Complaints must reach us at help@sonoria.example in 5 days.",
        ),
        ("We may sell songs.", "We may sell songs. AI may be trained on them."),
        ("We pay you 1.5 million euros.", "We pay you 1.2 million euros."),
        ("We may share your data with Umbra.", "We may share your data with Umbra and Castor."),
        ("We updated our terms on May 3, 2025. You must settle all claims by arbitration.", ""),
        (Clause("Support is free | Yes", kind="row"), Clause("Support is free | No", kind="row")),
        (Clause("Training | off by default", kind="row"), Clause("Training | on by default", kind="row")),
        ("Switch it off in Settings > Privacy > Training.", ""),
        ("Untick the box on the upload page.", ""),
        ("To delete your account, write to support@sonoria.example.", ""),
        ("Note: your content stays yours.", "Note: your content becomes ours."),
        ("We keep logs and erase them after a year.", "We keep logs and never erase them."),
        ("We let partners see your messages.", "We let nobody see your messages."),
        ("We share songs with the .", "We share songs with the labels and with advertisers."),
        ("Members with 10,000 plays are paid.", "Members with 50,000 plays are paid."),
        ("Fees are 10 25 50 cents for 100 200 300 plays.", "Fees are 20 25 50 cents for 100 200 300 plays."),
        ("Refunds are paid.", Clause("Refunds | not paid", kind="row")),
        ("", "We may change the updated terms at any time without telling you."),
        ("If we change fees, the new terms take effect a month later.", ""),
        ("", "Here are our fees for labels: 5 euros for each song."),
        (
            "We keep data for 5 years; for details, read our guide.",
            "We keep data for 9 years; for details, read our guide.",
        ),
        ("", "We keep what you tell us for years; for more information, see our guide."),
        ("", "If your apps have more than 700 million monthly active users, you must ask us for a licence."),
        ("", "Labels with more than 10,000 monthly active users pay 3% of what they earn."),
        ("", "Annex I lists partners who may receive your personal data"),
        ("", Clause("We may sell your personal data to advertisers.", path=("Trending content",))),
        (
            "We use drafts to train models. We do not use stories to train models.",
            "We do not use drafts to train models, we use stories to train models.",
        ),
        (
            "We sell names. We do not sell addresses. We sell photos.",
            "We sell names. We do not sell addresses and photos.",
        ),
        ("We use stories but not drafts to train models.", "We use drafts but not stories to train models."),
        ("You grant Sonoria a licence to the content.", "Sonoria grants you a licence to the content."),
    ],
)
def test_what_looks_like_noise_can_be_news(assessed: Assess_of, before: str | Clause, after: str | Clause) -> None:
    """The same words can turn on who does it and on what "not" reaches; not all that counts partners is a banner."""
    assert assessed(before or (), after if isinstance(after, str) else (after,)).verdict == "announce"


def test_coming_terms_are_told_of(assessed: Assess_of) -> None:
    """A notice of terms that are to take effect is news of changes to terms, with its date."""
    found = assessed((), "We're updating our Seller Guidelines, effective August 18, 2026.")
    assert [finding.topic for finding in found.findings] == [Topic.CHANGES_TO_TERMS]
    assert found.effective == date(2026, 8, 18)
    french = assessed((), "Nous mettons à jour les conditions de service de Sonoria.")
    assert [finding.topic for finding in french.findings] == [Topic.CHANGES_TO_TERMS]


@pytest.mark.parametrize(
    "notice",
    [
        "We've updated our Terms to reflect the new name on 4 March. This does not affect how we use your data.",
        "Our company name has changed. We collect and share data as before, and offer the same products to you.",
        "These updated royalty terms will become effective as of the date below.",
    ],
)
def test_notice_of_an_earlier_update_goes_in_silence(assessed: Assess_of, notice: str) -> None:
    """A banner about an update that is over changes nothing when it is taken down."""
    assert assessed(notice, ()).verdict == "quiet"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We do not sell the data that you give us.", "By default, we do not sell the data that you give us."),
        ("You may not copy tracks.", "You may copy tracks."),
        ("We will notify you thirty days before a change.", "We may notify you thirty days before a change."),
        ("We store your messages with your consent.", "We store your messages."),
        ("Members in France must be 16 years old.", "Members in France and Spain must be 16 years old."),
        ("We share listening data with our partners.", "We share listening data with our partners and advertisers."),
        ("Refunds are paid within 30 days of your request.", "Refunds are paid within 90 days of your request."),
    ],
)
def test_few_words_can_be_news(assessed: Assess_of, before: str, after: str) -> None:
    """A default, a negation, a modal, a consent, a place, a recipient or a term that changes is told."""
    assert assessed(before, after).verdict == "announce"


def test_permission_is_introduced(assessed: Assess_of) -> None:
    """Training that was not permitted before is critical, and quoted."""
    found = assessed((), PERMIT)
    assert found.severity is Severity.CRITICAL
    assert found.findings[0].topic is Topic.AI_TRAINING
    assert found.findings[0].direction is Direction.INTRODUCED
    assert found.findings[0].quote == PERMIT


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ((), REFUSE, Direction.CLARIFIED_NOT_USED),
        (PERMIT, REFUSE, Direction.RESTRICTED),
        (REFUSE, (), Direction.EXPANDED),
        (REFUSE, REFUSE.replace("We do", "By default, we do"), Direction.EXPANDED),
        (PERMIT, PERMIT.replace("recordings", "recordings, messages and images"), Direction.EXPANDED),
        (PERMIT, (PERMIT, CHOICE), Direction.OPTOUT_ADDED),
        ((PERMIT, CHOICE), PERMIT, Direction.OPTOUT_REMOVED),
        (PERMIT, (), Direction.RESTRICTED),
        ((PERMIT, CHOICE), (PERMIT, "It is no longer possible to opt out of it."), Direction.OPTOUT_REMOVED),
        (
            (PERMIT, CHOICE),
            (PERMIT, "Opting out of the training of models is offered on paid plans only."),
            Direction.OPTOUT_REMOVED,
        ),
        (PERMIT, (PERMIT, f"{CHOICE} The switch takes effect for the next training run."), Direction.OPTOUT_ADDED),
        (PERMIT, f"Unless you have chosen otherwise, we{PERMIT[2:]}", Direction.OPTOUT_ADDED),
    ],
)
def test_direction(
    assessed: Assess_of, before: str | tuple[str, ...], after: str | tuple[str, ...], direction: Direction
) -> None:
    """The change as a whole points where a reader would say it does."""
    found = assessed(before, after)
    assert found.findings[0].topic is Topic.AI_TRAINING
    assert found.findings[0].direction is direction


def test_a_purpose_in_a_table_trains_on_what_stands_beside_it(assessed: Assess_of) -> None:
    """A row that serves the building of algorithms with what people upload is a permission, though nobody is named."""
    row = Clause("Building and refining the algorithms that generate images | Designs, uploads, prompts", kind="row")
    assert assessed((), row).findings[0].direction is Direction.INTRODUCED


def test_ban_on_others_is_conduct(assessed: Assess_of) -> None:
    """A ban on training by users is about what they may not do, not about their work."""
    found = assessed((), "You may not use our services to train artificial intelligence models.")
    assert [f.topic for f in found.findings] == [Topic.ACCEPTABLE_USE]


def test_item_takes_its_meaning_from_its_lead(assessed: Assess_of) -> None:
    """The same item forbids under "You may not" and permits under "We may use your songs"."""
    item = "to train machine learning models"
    forbidden = assessed((), (Clause(item, lead=("You may not use our services:",), kind="item"),))
    permitted = assessed((), (Clause(item, lead=("We may use your songs:",), kind="item"),))
    assert Topic.AI_TRAINING not in [f.topic for f in forbidden.findings]
    assert permitted.findings[0].topic is Topic.AI_TRAINING


def test_rewording_shows_both_wordings(assessed: Assess_of) -> None:
    """A finding in a rewording gives the earlier words too, and what is excepted."""
    now = "We do not use the recordings that you upload to train any models, unless you ask us to do so."
    finding = assessed(REFUSE, now).findings[0]
    assert (finding.quote, finding.was) == (now, REFUSE)
    assert finding.exceptions == ("unless you ask us to do so",)


def test_most_telling_sentences_are_quoted_first(assessed: Assess_of) -> None:
    """Of many sentences the first quotes are training and what people give up, not what is said in passing."""
    waive = "You waive the right to a jury trial and agree to binding arbitration of all claims against us."
    small = (f"Our pages for concerts in region {n} show the dates of tours and a map of the halls." for n in range(4))
    found = assessed((), " ".join((*small, waive, PERMIT)))
    assert [f.quote for f in found.findings[:2]] == [PERMIT, waive]


def test_the_sentence_that_shows_the_direction_is_quoted_first(assessed: Assess_of) -> None:
    """A permission stands before what is exempt from it, though the exemption is new and the permission reworded."""
    licence = "You grant us a licence to stream your recordings, solely to operate the service."
    permit = "You grant us a licence to stream your recordings, and agree that we may use them to train AI."
    exempt = "Music delivered under a separate agreement is not used to train AI without permission."
    found = assessed((licence,), (permit, exempt))
    assert [f.quote for f in found.findings[:2]] == [permit, exempt]
    assert found.findings[0].direction is Direction.INTRODUCED


def test_the_most_telling_sentence_is_shown_whatever_the_rest_is_about(assessed: Assess_of) -> None:
    """Among many new fees, the one ban on training is quoted, under its own topic."""
    ban = "You must not use songs of others to train generative models, and no third party may do so for you."
    fees = (f"Plan {n} costs {n} euros a month, and we charge a fee of {n} euros for each refund." for n in range(2, 9))
    found = assessed((), " ".join((*fees, ban)))
    assert (ban, Topic.ACCEPTABLE_USE) in [(f.quote, f.topic) for f in found.findings[:3]]


def test_removal_is_quoted_from_before(assessed: Assess_of) -> None:
    """A deleted promise is a finding in the words of the version before."""
    finding = assessed(REFUSE, ()).findings[0]
    assert (finding.side, finding.quote) == ("before", REFUSE)


def test_sentence_that_the_platform_had_is_quiet(assessed: Assess_of) -> None:
    """What this platform's documents said before is no news when it stands here again."""
    assert assessed((), PERMIT, past=Past(had=frozenset({digest(PERMIT)}))).verdict == "quiet"


def test_moved_clause_is_quiet(assessed: Assess_of) -> None:
    """A sentence that only changes its paragraph is no news."""
    before = (f"Songs are stored for a year. {PERMIT}", "Charts are free.")
    after = ("Songs are stored for a year.", f"Charts are free. {PERMIT}")
    assert assessed(before, after).verdict == "quiet"


def test_dates_of_a_step(assessed: Assess_of) -> None:
    """The stated day of effect and the page's own date are read; a text that keeps its date changes silently."""
    found = assessed(
        "Last updated: January 2, 2026", ("Last updated: January 2, 2026", "Effective: May 4, 2026", PERMIT)
    )
    assert (found.effective, found.dated, found.silent) == (date(2026, 5, 4), date(2026, 1, 2), True)


def test_what_our_machines_do_not_do_is_a_promise(assessed: Assess_of) -> None:
    """What "our features do not use" is told as done; what "do not use" says is asked of people."""
    promise = assessed((), "Our AI features do not use children's songs for model training.")
    assert promise.findings[0].direction is Direction.CLARIFIED_NOT_USED
    assert assessed((), "Do not use children's songs for model training.").findings[0].topic is Topic.ACCEPTABLE_USE


def test_notes_name_every_step(assessed: Assess_of) -> None:
    """Each sentence that came or went is explained."""
    found = assessed("Updated yesterday", (PERMIT, "Careers"))
    assert any("Careers" in note for note in found.notes)
    assert any("allows" in note for note in found.notes)


def test_nothing_of_a_step_waits_for_the_collector(assessed: Assess_of) -> None:
    """What was kept of the sentences of a step goes with its verdict: no cycle holds it."""
    gc.collect()
    assert assessed(PERMIT, (PERMIT, "You may close your account.")).notes
    assert not gc.collect()


def test_return_to_earlier_wording_is_quiet(assessed: Assess_of) -> None:
    """Sentences that give way to ones that the platform had before are a return; a promise on training is told."""
    earlier, later = (
        "Refunds are paid within a month of your request.",
        "You may not resell tickets that you bought here.",
    )
    had = frozenset({digest(earlier)})
    assert assessed(later, earlier, past=Past(had=had)).verdict == "quiet"
    assert assessed((later, REFUSE), earlier, past=Past(had=had)).verdict == "announce"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We do not sell your tracks to anyone.", "We don't sell your tracks to anyone."),
        ("Refunds are paid within thirty (30) days.", "Refunds are paid within 30 days."),
        ("Private messages are not scanned by machines.", "We do not scan private messages by machines."),
        ("You may cancel whenever you like.", "You may cancel at any time."),
        ("You hereby agree to pay the fees under Article 6(1)(b).", "You agree to pay the fees under § 4."),
        ("You pay the fees in advance; desing costs extra.", "You pay the fees in advance; design costs extra."),
        ("You pay us for plug-ins in advance.", "You pay us for plugins in advance."),
        ("We end the collection of names at once.", "We end collecting names at once."),
        (
            "Notices reach our agent by post, and adverts are presented for example by your label.",
            "Notices reach our agent by mail, and ads are shown such as through your label.",
        ),
        (
            "Please be sure to keep in mind that you may end your plan, and learn how in our guide.",
            "Please make sure to bear in mind that you can end your plan, and find out how in our guide.",
        ),
    ],
)
def test_same_sense_is_quiet(assessed: Assess_of, before: str, after: str) -> None:
    """Contractions, figures, voice, synonyms, references and slips of the pen are no news."""
    assert assessed(before, after).verdict == "quiet"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ads are off unless you turn them on.", "Ads are on unless you turn them off."),
        ("Our suppliers must not copy your songs and are bound to that.", "Our suppliers must not copy your songs."),
        ("This contract is governed by the laws of Oregon.", "This contract is governed by the laws of Texas."),
        ("The price is US$4.00 a month.", "The price is US$3.50 a month."),
    ],
)
def test_few_unknown_words_can_be_news(assessed: Assess_of, before: str, after: str) -> None:
    """Opposites that change places, places of law, sums, and what a duty binds to are news."""
    assert assessed(before, after).verdict == "announce"


def test_date_of_effect_that_moves_is_told(assessed: Assess_of) -> None:
    """A date of effect that still lies ahead and moves is news of how the terms change; one that has passed is not."""
    found = assessed("These terms apply from 1 April 2026.", "These terms apply from 1 May 2026.")
    assert (found.verdict, [f.topic for f in found.findings]) == ("announce", [Topic.CHANGES_TO_TERMS])
    assert assessed("Effective: 1 January 2026.", "Effective: 1 February 2026.").verdict == "quiet"


@pytest.mark.parametrize(("used", "spared", "verdict"), [("songs", "drafts", "quiet"), ("drafts", "songs", "announce")])
def test_a_list_says_what_its_sentence_said_only_with_its_exception(
    assessed: Assess_of, used: str, spared: str, verdict: str
) -> None:
    """A sentence that became a list is no news, unless what it excepts and what it does not have changed places."""
    lead = "For training of models we will use:"
    whole = "For training of models we will use your songs, but not your drafts."
    items = (
        Clause(f"your {used},", kind="item", lead=(lead,)),
        Clause(f"but not your {spared}.", kind="item", lead=(lead,)),
    )
    assert assessed(whole, (lead, *items)).verdict == verdict
