"""Values written and read again."""

import pytest

from bot.errors import StoreMismatch
from bot.model.subscription import ChatName, Destination, Subscription
from bot.store import codec, memory
from tests.store.samples import change, delivery, version


def test_a_value_comes_back_as_it_was() -> None:
    """What is packed is unpacked the same, and says its edition first."""
    told = change("c1", version("Old."), version("New “quoted” text, née 2024 🎵"))
    assert codec.CHANGE.unpack(codec.CHANGE.pack(told)) == told
    assert codec.CHANGE.dump(told).startswith(b'{"v":1,')


def test_long_text_is_compressed() -> None:
    """A version takes a fraction of its JSON."""
    long = version(*(f"You grant us a licence to use your content, item {number}." for number in range(500)))
    assert len(codec.VERSION.pack(long)) < len(codec.VERSION.dump(long)) / 10


@pytest.mark.parametrize("data", [b'{"v":2,"subject":["change","c1"]}', b'{"v":1,"subject":7}', b"", b'{"v":1,'])
def test_what_we_do_not_know_is_refused(data: bytes) -> None:
    """A payload of another edition, or a damaged one, is an error of ours."""
    with pytest.raises(StoreMismatch, match="stored Delivery"):
        codec.DELIVERY.load(data)


def test_fields_that_came_later_have_their_defaults() -> None:
    """A payload without a field that has a default is read, so that small additions need no migration."""
    data = codec.DELIVERY.dump(delivery("1")).replace(b',"attempt":0', b"")
    assert b"attempt" not in data
    assert codec.DELIVERY.load(data) == delivery("1")


def test_fields_that_are_no_more_are_passed_over() -> None:
    """A payload with a field of an earlier edition is read, so that nobody's choices are lost with an update."""
    subscription = Subscription(Destination(ChatName.DISCORD, "1", "2"))
    data = codec.SUBSCRIPTION.dump(subscription)
    assert codec.SUBSCRIPTION.load(data[:-1] + b',"warned":true}') == subscription


def test_digests_have_eight_bytes() -> None:
    """A digest of another length is refused, since it would shift all that follow."""
    with pytest.raises(ValueError, match="8 bytes"):
        memory.pack([b"too short"[:7]])
