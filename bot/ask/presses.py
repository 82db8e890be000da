"""What a button or menu carries: the command that it gives, as one short text.

`cb1:changes:soundcloud::90:2` is the verb and then the values in the order in which the command takes them, the empty
ones at the end left out; in a value `:` and `%` are percent-encoded. `cb1!` answers to everyone. `cb1` is the edition:
a button that another edition made is still answered, with a word on what to do. It holds no secret and gives no right.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from bot.ask.commands import Command, by_verb
from bot.model.message import Action, Pick

EDITION = "cb1"
_ALOUD = "!"


class Press(NamedTuple):
    """What was pressed: the command, its options, and whether everyone is to hear the answer."""

    command: Command
    options: Mapping[str, str]
    aloud: bool


def write(made: Action | Pick, commands: Sequence[Command]) -> str:
    """The text for a button or menu. Raises `KeyError` where the table has no such command."""
    command = by_verb(commands)[made.verb]
    values = [made.options.get(option.name, "") for option in command.options]
    while values and not values[-1]:
        values.pop()
    aloud = _ALOUD if isinstance(made, Action) and made.aloud else ""
    return ":".join([EDITION + aloud, made.verb, *(v.replace("%", "%25").replace(":", "%3A") for v in values)])


def read(text: str, commands: Sequence[Command]) -> Press | None:
    """What `write` gave; None where it is of another edition, or the table has no such command any more."""
    edition, _, rest = text.partition(":")
    verb, *values = rest.split(":")
    command = by_verb(commands).get(verb)
    if command is None or edition.removesuffix(_ALOUD) != EDITION or len(values) > len(command.options):
        return None
    given = {o.name: unquote(value) for o, value in zip(command.options, values, strict=False) if value}
    return Press(command, given, edition.endswith(_ALOUD))
