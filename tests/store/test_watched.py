"""What is kept in memory of what channels watch."""

from bot.model.subscription import ChatName
from bot.store.watched import Watched
from tests.store.samples import destination, subscription

DISCORD = ChatName.DISCORD


def test_what_is_written_while_a_chat_is_read_is_newer() -> None:
    """However late the server's answer comes in, what was put or dropped meanwhile stands."""
    watched = Watched()
    watched.begin(DISCORD)
    watched.note(destination("1"), subscription("1", "all"))
    watched.note(destination("2"), None)
    watched.fill(DISCORD, [subscription("1", "tunegarden"), subscription("2", "all"), subscription("3", "all")])
    assert watched.of(DISCORD, "100") == {"1": ("all",), "3": ("all",)}


def test_what_others_write_comes_with_the_next_reading() -> None:
    """Also where this process wrote before: what was read since is newer than that."""
    watched = Watched()
    watched.begin(DISCORD)
    watched.note(destination("1"), subscription("1", "all"))
    watched.fill(DISCORD, [])
    watched.begin(DISCORD)
    watched.fill(DISCORD, [subscription("1", "tunegarden")])
    assert watched.of(DISCORD, "100") == {"1": ("tunegarden",)}


def test_nothing_is_kept_of_chats_that_are_not_read() -> None:
    """A process that answers nobody there takes no room for them."""
    watched = Watched()
    watched.note(destination("1", chat=ChatName.SLACK), subscription("1", "all"))
    assert watched.of(ChatName.SLACK, "100") == {}
