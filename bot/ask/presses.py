"""What a button or menu carries: the command that it gives, as one short text.

`cb1:changes:soundcloud::90:2` is the verb and then the values in the order in which the command takes them, the empty
ones at the end left out; in a value `:`, `%` and `*` are percent-encoded. `*` stands where goes what is chosen or
typed. `cb1!` answers to everyone. `cb1` is the edition: a button that another edition made is still answered, with a
word on what to do. It holds no secret and gives no right.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from bot.ask.commands import Command, by_verb
from bot.model.message import Action, Pick

EDITION = "cb1"
_ALOUD = "!"
_OPEN = "*"
_ENCODED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "%:*"})


class Press(NamedTuple):
    """What was pressed: the command, its options, whether everyone is to hear the answer.

    `asks` is the option that is open: what is chosen in a menu, or typed after a button, goes there.
    """

    command: Command
    options: Mapping[str, str]
    aloud: bool = False
    asks: str = ""

    def filled(self, values: Sequence[str]) -> Mapping[str, str]:
        """The options, with these values in the open one."""
        return {**self.options, self.asks: ",".join(values)} if self.asks else self.options


def write(made: Action | Pick, commands: Sequence[Command]) -> str:
    """The text for a button or menu. Raises `KeyError` where the table has no such command."""
    command = by_verb(commands)[made.verb]
    asks = made.option if isinstance(made, Pick) else made.asks
    given = {name: value.translate(_ENCODED) for name, value in made.options.items()} | ({asks: _OPEN} if asks else {})
    values = [given.get(option.name, "") for option in command.options]
    while values and not values[-1]:
        values.pop()
    aloud = _ALOUD if isinstance(made, Action) and made.aloud else ""
    return ":".join([EDITION + aloud, made.verb, *values])


def read(text: str, commands: Sequence[Command]) -> Press | None:
    """What `write` gave; None where it is of another edition, or the table has no such command any more."""
    edition, _, rest = text.partition(":")
    verb, *values = rest.split(":")
    command = by_verb(commands).get(verb)
    if command is None or edition.removesuffix(_ALOUD) != EDITION or len(values) > len(command.options):
        return None
    given = {option.name: value for option, value in zip(command.options, values, strict=False) if value}
    asks = next((name for name, value in given.items() if value == _OPEN), "")
    options = {name: unquote(value) for name, value in given.items() if name != asks}
    return Press(command, options, edition.endswith(_ALOUD), asks)
