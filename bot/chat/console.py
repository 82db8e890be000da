"""The terminal as a chat: where announcements go when no chat is configured."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.errors import Lack
from bot.model.message import Fact, Facts, Listing, Message, Paragraph, Part, Quotation, Steps
from bot.model.subscription import ChatName, Destination, Manner
from bot.model.topic import Severity
from bot.ports import PLAINLY

TERMINAL = Destination(ChatName.CONSOLE, "local", "terminal")

_BORDER = {
    Severity.CRITICAL: "red",
    Severity.MAJOR: "yellow",
    Severity.MINOR: "blue",
    Severity.NONE: "cyan",
}
_MARK = {"same": "", "added": "bold green", "removed": "strike red"}


class ConsolePoster:
    """Prints messages. Takes every one, so that a delivery to it never fails."""

    def __init__(self, console: Console) -> None:
        self._console = console

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Print the message; its id is the delivery's."""
        del destination, manner
        self._console.print(render(message))
        return key

    async def amend(self, destination: Destination, posted: str, message: Message, manner: Manner = PLAINLY) -> bool:
        """What is printed stays."""
        del destination, posted, message, manner
        return False

    async def publish(self, destination: Destination, posted: str) -> None:
        """Nobody follows a terminal."""

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        """Nothing: a terminal takes everything."""
        del destination, manner
        return ()


def render(message: Message) -> RenderableType:
    """The message as a panel. `Text` takes no mark-up, so nothing that was fetched can draw."""
    rows: list[RenderableType] = [Text(message.headline, style="bold")]
    rows += [Padding(_part(part), (1, 0, 0, 0)) for part in message.parts]
    if message.links:
        links = Text("\n").join(Text(f"{link.label}: ") + Text(link.url, style="underline") for link in message.links)
        rows.append(Padding(links, (1, 0, 0, 0)))
    if message.footer:
        rows.append(Padding(Text(message.footer, style="dim"), (1, 0, 0, 0)))
    return Panel(Group(*rows), title=Text(message.title), title_align="left", border_style=_BORDER[message.severity])


def _part(part: Part) -> RenderableType:
    match part:
        case Paragraph():
            return Text(part.text, style="bold" if part.strong else "")
        case Quotation():
            return _quotation(part)
        case Facts():
            return _facts(part.items)
        case Steps():
            return _lines(part.heading, [f"{n}. {item}" for n, item in enumerate(part.items, 1)])
        case Listing():
            heading = f"{part.channel} {part.heading}".strip()
            return _lines(heading, [f"• {item}" for item in part.items])


def _quotation(part: Quotation) -> RenderableType:
    """The words; of a rewording both sides, each on its own, so that it reads without colours too."""
    marks = {span.mark for span in part.spans}
    sides = [_side(part, without) for without in (("added", "removed") if {"added", "removed"} <= marks else ("",))]
    return Group(*([Text(part.label, style="dim")] if part.label else []), *sides)


def _side(part: Quotation, without: str) -> RenderableType:
    words = Text.assemble(*((span.text, _MARK[span.mark]) for span in part.spans if span.mark != without))
    sign = {"added": "- ", "removed": "+ "}.get(without, "  ")
    return Padding(Text(sign) + Text("“") + words + Text("”"), (0, 0, 0, 0))


def _facts(items: tuple[Fact, ...]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for fact in items:
        table.add_row(Text(fact.label, style="dim"), Text(fact.value))
    return table


def _lines(heading: str, lines: list[str]) -> RenderableType:
    return Group(*([Text(heading, style="bold")] if heading else []), *(Text(line) for line in lines))
