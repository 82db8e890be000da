import pytest

from bot.errors import ConfigurationError
from bot.model.topic import Topic
from bot.model.version import Clause
from bot.read.evidence import Evidence
from bot.read.topics import Rules
from tests.read.conftest import Assess_of

SENTENCES = [
    (
        "monetization_fees",
        "Terms of Service",
        "Artists receive 60 cents of every euro that a listener spends on their songs.",
    ),
    ("content_license", "Terms of Service", "You let us make excerpts from your songs and use them in our trailers."),
    ("ownership_ip", "Terms of Service", "Rights in covers created with the design tool pass to us."),
    ("data_sharing_sale", "Privacy Policy", "Festival organisers obtain the postcode of fans who follow an artist."),
    ("biometrics", "Privacy Policy", "To recognise singers, we compute a mathematical representation of your voice."),
    ("arbitration_disputes", "Terms of Service", "Claims may only be brought individually, not as part of a group."),
    ("governing_law", "Terms of Service", "These terms follow Danish law."),
    (
        "termination_moderation",
        "Terms of Service",
        "We reserve the right to disable or discontinue the use of Studio for members who resell it.",
    ),
    ("termination_moderation", "Terms of Service", "Channels that mislead listeners may be terminated."),
    ("changes_to_terms", "Terms of Service", "If we make changes, we may provide you with notice of such changes."),
    ("data_sharing_sale", "Privacy Policy", "Your data may be sent to and kept in countries other than your own."),
    ("termination_moderation", "Terms of Service", "You may ask for a second look at a removal within ten days."),
    ("changes_to_terms", "Terms of Service", "If you go on using Sonoria after that day, you agree to the new text."),
    ("opt_out_rights", "Privacy Policy", "You can tell us to stop sending you recommendations."),
    (
        "content_license",
        "Terms of Service",
        "You grant us a worldwide, royalty-free licence to host and distribute your tracks.",
    ),
    (
        "content_license",
        "Terms of Service",
        "By posting, you give Sonoria permission to reproduce, modify and publicly perform your content in any media.",
    ),
    ("ownership_ip", "Terms of Service", "You retain all ownership rights in the recordings that you upload."),
    (
        "ownership_ip",
        "Terms of Service",
        "All trademarks and logos displayed on the service are the property of Sonoria.",
    ),
    ("ownership_ip", "Terms of Service", "You assign to us all right, title and interest in feedback that you submit."),
    ("monetization_fees", "Terms of Service", "We will deduct a commission of 15% from each sale."),
    (
        "monetization_fees",
        "Terms of Service",
        "Subscriptions renew automatically unless cancelled 24 hours before the end of the period.",
    ),
    ("monetization_fees", "Terms of Service", "Payouts below $50 are carried over to the next month."),
    ("monetization_fees", "Terms of Service", "Sellers pay a listing fee of twenty cents per item."),
    ("data_sharing_sale", "Privacy Policy", "We share your listening history with advertising partners."),
    ("data_sharing_sale", "Privacy Policy", "We may sell your personal information to data brokers."),
    ("data_sharing_sale", "Privacy Policy", "Your information may be disclosed to law enforcement upon request."),
    (
        "data_sharing_sale",
        "Privacy Policy",
        "Personal data is transferred to the United States under standard contractual clauses.",
    ),
    ("data_collection", "Privacy Policy", "We collect your precise location when the app is open."),
    ("data_collection", "Privacy Policy", "We keep log files and device identifiers for twelve months."),
    ("data_collection", "Privacy Policy", "We now record which songs you skip and how long you listen."),
    ("biometrics", "Privacy Policy", "We create a voiceprint from the audio that you record."),
    ("biometrics", "Privacy Policy", "Our provider may use facial recognition to verify your age."),
    ("arbitration_disputes", "Terms of Service", "Any dispute will be resolved by binding individual arbitration."),
    (
        "arbitration_disputes",
        "Terms of Service",
        "You waive your right to a jury trial and to take part in a class action.",
    ),
    ("liability_warranty", "Terms of Service", "The service is provided as is, without warranties of any kind."),
    ("liability_warranty", "Terms of Service", "Our total liability is limited to fifty euros."),
    ("liability_warranty", "Terms of Service", "You agree to indemnify and hold us harmless from any claims."),
    (
        "termination_moderation",
        "Terms of Service",
        "We may suspend or terminate your account at any time without notice.",
    ),
    ("termination_moderation", "Terms of Service", "We may remove content that breaks our rules."),
    ("minors_age", "Terms of Service", "You must be at least 16 years old to use the service."),
    ("minors_age", "Privacy Policy", "Parents can ask us to delete a child's profile."),
    ("copyright_dmca", "Terms of Service", "Accounts of repeat infringers will be closed."),
    ("acceptable_use", "Terms of Service", "You may not harass other members or post hateful content."),
    ("acceptable_use", "Terms of Service", "Do not use bots, scrapers or other automated means to access the service."),
    ("acceptable_use", "Community Guidelines", "Nudity and sexually explicit content are not allowed."),
    ("acceptable_use", "Terms of Service", "Users are prohibited from reselling access."),
    ("changes_to_terms", "Terms of Service", "We may change these terms at any time by posting a new version."),
    (
        "changes_to_terms",
        "Terms of Service",
        "We will give you thirty days' notice before material changes to this agreement.",
    ),
    ("governing_law", "Terms of Service", "These terms are governed by the laws of Ireland."),
    ("governing_law", "Terms of Service", "The courts of Berlin have exclusive jurisdiction."),
    ("advertising", "Privacy Policy", "We use your interests to show you personalised ads."),
    ("advertising", "Terms of Service", "Free accounts will now hear advertisements between tracks."),
    ("account_security", "Terms of Service", "You are responsible for keeping your password confidential."),
    ("account_security", "Terms of Service", "We require two-factor authentication for all sellers."),
    ("opt_out_rights", "Privacy Policy", "You can opt out of personalised ads in your settings."),
    ("opt_out_rights", "Privacy Policy", "You have the right to object to the processing of your data."),
    ("ai_training", "Terms of Service", "We may use your recordings to train AI models."),
    ("ai_training", "Privacy Policy", "We do not use your messages to train AI."),
]


@pytest.mark.parametrize(("topic", "document_type", "sentence"), SENTENCES)
def test_added_sentence_has_its_topic(assessed: Assess_of, topic: str, document_type: str, sentence: str) -> None:
    """A sentence added to a document is told with the topic that a reader would name."""
    found = assessed((), sentence, document_type=document_type)
    assert topic in [f.topic for f in found.findings]


def test_every_mistake_is_reported() -> None:
    """Unknown classes, topics and keys, wrong weights and missing reasons are all named at once."""
    data = {
        "classes": {"we": ["we"], "bad": "no list", "worse": [3, "*"]},
        "topics": {
            "nonsense": [],
            "minors_age": [{"all": ["they", ["we"]], "weight": 9, "colour": 1}],
            "advertising": ["x"],
        },
        "headings": {"weather": ["rain"]},
        "news": {"policy": ["terms"]},
        "documents": {"terms": {"weather": 1}},
    }
    with pytest.raises(ConfigurationError) as caught:
        Rules.parse(data, "topics.yaml")
    text = str(caught.value)
    for words in (
        "classes.bad",
        "3 is not text",
        "nonsense",
        "'they'",
        "['we']",
        "colour",
        "9 is no weight",
        "why",
        "weather",
    ):
        assert words in text
    assert all(m.place.startswith("topics.yaml") for m in caught.value.mistakes)


def test_every_topic_has_a_rule_with_a_reason(rules: Rules) -> None:
    """The shipped rules know every topic, and each rule says what it recognises."""
    assert {rule.topic for rule in rules.rules} == set(Topic) - {Topic.AI_TRAINING}
    assert all(rule.why for rule in rules.rules)


def test_a_sentence_that_names_no_topic_takes_that_of_its_heading(rules: Rules) -> None:
    """Under a heading on governing law, "they apply to all" is about governing law."""
    evidence = Evidence(rules, "Terms of Service")
    clause = Clause("They apply to all of us alike.", ("Terms", "Governing law"))
    weights = evidence.of(rules.lexicon.read(clause.text), clause, None).weights
    assert max(weights, key=weights.__getitem__) is Topic.GOVERNING_LAW
