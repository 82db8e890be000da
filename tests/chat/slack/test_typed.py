"""Reading what people type: names of several words, topics, quotes and commas."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ask.desk import COMMANDS
from bot.chat.slack.typed import MOST_TYPED, Order, Reader, Words, parted, read
from bot.model.message import Listing, Message
from bot.model.platform import squeeze
from bot.wording.language import Languages
from tests.fakes.tunegarden import CATALOGUE

NAMES = {"soundcloud", "x", "twitter", "youtube", "deviantart", "music"}
TOPICS = {"aitraining": "ai_training", "arbitrationanddisputes": "arbitration_disputes"}


@pytest.mark.parametrize(
    ("text", "names", "topics"),
    [
        ("", (), ()),
        ("soundcloud", ("soundcloud",), ()),
        ("Sound Cloud", ("Sound Cloud",), ()),
        ("sound cloud you tube", ("sound cloud", "you tube"), ()),
        ("soundcloud, youtube;x", ("soundcloud", "youtube", "x"), ()),
        ("soundcloud and youtube & x", ("soundcloud", "youtube", "x"), ()),
        ("soundcloud ai training", ("soundcloud",), ("ai_training",)),
        ("ai_training soundcloud AI-Training", ("soundcloud",), ("ai_training",)),
        ("x arbitration and disputes", ("x",), ("arbitration_disputes",)),
        ('"sound cloud" “you tube”', ("sound cloud", "you tube"), ()),
        ("'sound cloud'", ("'sound cloud'",), ()),
        ('"no such platform" x', ("no such platform", "x"), ()),
        ("no such platform x", ("no such platform", "x"), ()),
        ("sound cluod", ("sound cluod",), ()),
        ("soundcloud SoundCloud sound cloud", ("soundcloud",), ()),
        ('soundcloud "unclosed', ("soundcloud", "unclosed"), ()),
        ('"" , ; and', (), ()),
        ("music", ("music",), ()),
    ],
)
def test_names_and_topics_are_told_apart(text: str, names: tuple[str, ...], topics: tuple[str, ...]) -> None:
    """The longest run of known words is one name; what nobody knows stays together."""
    assert read(text, NAMES, TOPICS) == Words(names, topics)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("soundcloud news", Words(("soundcloud",), (), "yes")),
        ("soundcloud no-news ai training", Words(("soundcloud",), ("ai_training",), "no")),
        ("soundcloud, x and no news", Words(("soundcloud", "x"), (), "no")),
        ("soundcloud no news, news", Words(("soundcloud",), (), "yes")),
        ("google news", Words(("google news",))),
    ],
)
def test_a_word_on_news_is_told_apart(text: str, words: Words) -> None:
    """Unless it belongs to the name of a platform; the last one holds."""
    assert read(text, {*NAMES, "googlenews"}, TOPICS, {"news": "yes", "nonews": "no"}) == words


@settings(deadline=None)
@given(
    st.text(max_size=200) | st.lists(st.sampled_from(["x", "sound", "cloud", ",", '"', "and", "<@U1>"])).map(" ".join)
)
def test_no_word_is_lost(text: str) -> None:
    """Every letter typed is in a name or a topic, or belongs to a word that joins them."""
    words = read(text, NAMES, TOPICS)
    known = {c for name in words.names for c in squeeze(name)} | set("aitrainingarbitrationanddisputes")
    assert set(squeeze(text)) <= known


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("soundcloud train", ("soundcloud", "train")),
        ("Sound Cloud  train   AI", ("Sound Cloud", "train AI")),
        ("x “train models” sell", ("x", '"train models" sell')),
        ('"sound cloud" x', ("sound cloud", "x")),
        ("soundcloud and x", ("soundcloud", "and x")),
        ("sound cloud", ("sound cloud", "")),
        ("soundcluod train", ("soundcluod", "train")),
        ("x twitter", ("x", "twitter")),
        ("", ("", "")),
    ],
)
def test_words_follow_the_longest_name(text: str, taken: tuple[str, str]) -> None:
    """The longest known name at the start is the platform, the rest what is looked for, quotation marks and all."""
    assert parted(text, NAMES) == taken


@pytest.fixture
def reader(languages: Languages) -> Reader:
    """Reads for a workspace that renamed the command."""
    return Reader(COMMANDS, CATALOGUE, languages.best("en"), "/bell")


def orders(reader: Reader, text: str) -> tuple[str, list[dict[str, str]]]:
    """The command, and what each call of the desk is given."""
    order = reader.order(text)
    assert isinstance(order, Order)
    return order.command.verb, [dict(options) for options in order.options]


def test_every_platform_named_makes_a_call(reader: Reader) -> None:
    """Topics go with each of them, by id."""
    assert orders(reader, "watch tune garden, inkwell AI training") == (
        "watch",
        [{"topics": "ai_training", "platform": "tune garden"}, {"topics": "ai_training", "platform": "inkwell"}],
    )
    assert orders(reader, "unwatch art inkwell") == ("unwatch", [{"platform": "art"}, {"platform": "inkwell"}])


def test_a_question_is_about_one_platform(reader: Reader) -> None:
    """All words that are no topic are its name."""
    assert orders(reader, "  POLICY  tune   garden ") == ("policy", [{"platform": "tune garden"}])
    assert orders(reader, "optout no such thing") == ("optout", [{"platform": "no such thing"}])


def test_words_are_looked_for_in_one_platform(reader: Reader) -> None:
    """The desk gets both; a platform alone is answered with the example."""
    assert orders(reader, "find tune garden train AI") == ("find", [{"platform": "tune garden", "words": "train AI"}])
    told = reader.order("find tune garden")
    assert isinstance(told, Message)
    assert '/bell find SoundCloud "artificial intelligence"' in str(told)


def test_a_command_without_options_takes_whatever_follows(reader: Reader) -> None:
    """Further words do not matter."""
    assert orders(reader, "list everything please") == ("list", [{}])


@pytest.mark.parametrize("text", ["", "   ", "help", "HELP me", "subscribe x", "?", "watch " + "x" * MOST_TYPED])
def test_help_where_there_is_nothing_to_do(reader: Reader, text: str) -> None:
    """Bare, asked for, unknown or far too long: each verb of the table is shown with an example to copy."""
    told = reader.order(text)
    assert isinstance(told, Message)
    for command in COMMANDS:
        assert f"/bell {command.slack}" in str(told)
    assert "/invite @Clausebell" in str(told)


def test_the_examples_are_taken(languages: Languages) -> None:
    """Each example of the help is a command that would be carried out; they stand by what they are for."""
    reader = Reader(COMMANDS, CATALOGUE, languages.best("en"))
    listed = [part for part in reader.help().parts if isinstance(part, Listing)]
    assert [part.heading for part in listed] == ["Ask about a platform", "Set up this channel", "What is stored"]
    examples = [row.partition("\n")[0].removeprefix("/clausebell ") for part in listed for row in part.items]
    assert [type(reader.order(example)) for example in examples] == [Order] * len([c for c in COMMANDS if c.slack])


def test_news_is_chosen_where_something_is_watched(reader: Reader) -> None:
    """In English or in one's own language; elsewhere the word is what it was before."""
    assert orders(reader, "watch tune garden without news") == ("watch", [{"news": "no", "platform": "tune garden"}])
    assert orders(reader, "unwatch news") == ("unwatch", [{"platform": "news"}])
    assert "no news" in str(reader.order("watch"))
    assert "no news" in str(reader.help())


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("de", "ohne Medienberichte"),
        ("es", "sin noticias"),
        ("fr", "sans actualités"),
        ("ja", "ニュースなし"),
        ("pt-BR", "sem notícias"),
        ("de", "no news"),
    ],
)
def test_news_is_chosen_in_ones_own_language(languages: Languages, code: str, typed: str) -> None:
    """As the help says it there."""
    reader = Reader(COMMANDS, CATALOGUE, languages.best(code))
    assert orders(reader, f"watch inkwell, {typed}") == ("watch", [{"news": "no", "platform": "inkwell"}])


def test_a_platform_left_out_is_asked_for(reader: Reader) -> None:
    """The example of that command is shown."""
    told = reader.order("watch AI training")
    assert isinstance(told, Message)
    assert "/bell watch SoundCloud, Bandcamp, AI training" in str(told)
    assert "/bell policy" not in str(told)
