"""Where questions and orders arrive, from every chat: permission, the handler, and errors as answers."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.ask import admin, completion, explain, guide, home, queries, setup
from bot.ask.commands import HELP, Command, Invocation, Option, OptionKind, Reply
from bot.ask.presses import read
from bot.ask.search import Shelf
from bot.errors import AskError, BadOption, Lack, NotAllowed, StalePress, UnknownPlatform
from bot.model.delivery import Delivery, Subject
from bot.model.message import Action, Choice, Message
from bot.model.platform import Catalogue
from bot.model.subscription import CATEGORY, EVERYTHING, ChatName, Destination, Manner, Subscription
from bot.ports import Clock, Deliveries, Documents, News, Posters, Spaces, Subscriptions
from bot.wording import card, errors, watches
from bot.wording.language import Language, Languages

KEPT = timedelta(days=30)
"""How long the choices of a server are kept after we were removed from it, should it come back."""

_PLATFORM = Option("platform", "platform", required=True)
_CHANNEL = Option("channel", "channel")
_SPACE = Option("space", "hidden")
"""Names the server where the chat does not, as in a direct message; who may do what there is the chat's to judge."""
_NAMED = Option("named", "hidden")
"""What the channels and roles of a list are called, where the chat has to list them; the chat finds them."""
_CARD = tuple(Option(name, "hidden") for name in ("channel", "page", "search"))
_WATCH = (
    Option("platform", "watchable", required=True),
    _CHANNEL,
    Option("severity", "severity"),
    Option("topics", "topics"),
    Option("role", "role"),
    Option("cadence", "cadence"),
    Option("news", "switch"),
)
_STYLE = (
    _CHANNEL,
    Option("news", "switch"),
    Option("cadence", "cadence"),
    Option("role", "role"),
    *(Option(name, "switch") for name in card.EXTRAS[ChatName.DISCORD]),
    Option("text", "text"),
    Option("language", "language"),
)
_CHANGES = (
    Option("platform", "platform"),
    Option("topic", "topic"),
    Option("days", "days"),
    Option("page", "hidden"),
)
_FIND = (_PLATFORM, Option("words", "words", required=True))
_UNWATCH = (Option("platform", "watched", required=True), _CHANNEL, Option("only", "topics"))
_FORM = (
    "channel",
    "platforms",
    "topics",
    "severity",
    "cadence",
    "mention",
    "extras",
    "window",
    "call",
    "locale",
    "news",
)
_CHOICE = (*_CARD, Option("what", "hidden"), Option("value", "hidden"), _SPACE)
_CHANGE = (Option("change", "hidden"), Option("page", "hidden"))
_ANYWHERE = frozenset(ChatName)
_TYPED = frozenset({ChatName.SLACK})
"""Where commands are typed, and the list is of one channel, whose members may all ask for it: elsewhere it names every
channel that there is, and the chat has a help of its own."""

COMMANDS: tuple[Command, ...] = (
    Command("policy", "policy", "policy", "anyone", queries.policy, (_PLATFORM,), shared=_ANYWHERE),
    Command("optout", "optout", "optout", "anyone", queries.optout, (_PLATFORM,), shared=_ANYWHERE),
    Command("changes", "changes", "changes", "anyone", queries.changes, _CHANGES, shared=_ANYWHERE),
    Command("find", "find", "find", "anyone", queries.find, _FIND, shared=_ANYWHERE),
    Command("watch", "watch add", "watch", "admin", admin.watch, _WATCH),
    Command("unwatch", "watch remove", "unwatch", "admin", admin.unwatch, _UNWATCH),
    Command("list", "watch list", "list", "admin", admin.listing, shared=_TYPED),
    Command("pause", "watch pause", "pause", "admin", admin.pause, (_CHANNEL,)),
    Command("resume", "watch resume", "resume", "admin", admin.resume, (_CHANNEL,)),
    Command("test", "watch test", "test", "admin", admin.test, (_CHANNEL, _SPACE)),
    Command("style", "watch style", "", "admin", setup.style, _STYLE),
    Command("settings", "setup", "settings", "admin", setup.settings, (*_CARD, _SPACE, _NAMED)),
    Command("privacy", "privacy show", "privacy", "anyone", admin.privacy),
    Command("erase", "privacy erase", "privacy erase", "manager", admin.erase, (Option("sure", "hidden"),)),
    Command("change", "", "", "anyone", queries.change, _CHANGE, shared=_ANYWHERE),
    Command("remind", "", "", "anyone", queries.remind, (Option("change", "hidden"),)),
    Command("choose", "", "", "admin", setup.choose, _CHOICE),
    Command("configure", "", "", "admin", setup.configure, tuple(Option(name, "hidden") for name in _FORM)),
    Command(HELP, "", "", "anyone", guide.told, shared=_TYPED),
    Command("home", "", "", "anyone", home.home, (Option("page", "hidden"),)),
    Command("explain", "", "", "anyone", explain.explain, (Option("text", "hidden"), Option("change", "hidden"))),
    Command("reserve", "", "", "manager", admin.reserve, (Option("on", "hidden"),)),
    Command("move", "", "", "admin", setup.move, (_CHANNEL, Option("to", "hidden"), _SPACE, _NAMED)),
)

_NAMING = frozenset({"platform", "watchable", "watched"})
"""Kinds of options that name a platform."""
_NEEDS = {ChatName.SLACK: {"admin": "member", "manager": "workspace_admin"}}
"""What gives the right to a command, where it is not the permission to manage the server."""


_TELLS_BY_ITSELF = frozenset({"list", "settings", "choose", "style", "move", "erase", "test"})
"""Orders of admins whose answers show what is missing already."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers commands. `commands` is the table; both chats register and explain what it holds, and nothing else."""

    catalogue: Catalogue
    documents: Documents
    news: News
    subscriptions: Subscriptions
    deliveries: Deliveries
    spaces: Spaces
    posters: Posters
    languages: Languages
    clock: Clock
    policy: str = ""
    """Address of the privacy policy, where there is one."""
    commands: tuple[Command, ...] = COMMANDS
    shelf: Shelf = field(default_factory=Shelf)

    def language(self, invocation: Invocation) -> Language:
        """The language to answer this person in; that of the place, where everyone there is to read it."""
        spoken = self.languages.of(invocation.chat)
        return spoken.best(invocation.local if invocation.aloud else invocation.locale)

    def told_in(self, subscription: Subscription) -> Language:
        """The language in which a channel is told."""
        return self.languages.of(subscription.destination.chat).best(subscription.locale)

    async def answer(self, command: Command, invocation: Invocation) -> Reply:
        """Carry out a command. What the person may not do, or got wrong, is answered in words, never raised."""
        try:
            await self._permit(command, invocation)
            reply = await command.run(self, invocation)
        except AskError as error:
            reply = self._failed(command, invocation, error)
        else:
            if command.who == "admin" and command.verb not in _TELLS_BY_ITSELF:
                reply = replace(reply, message=await self._with_trouble(reply.message, invocation))
        return self._shared(command, invocation, reply) if invocation.chat in command.shared else reply

    async def _with_trouble(self, message: Message, invocation: Invocation) -> Message:
        """The answer to an admin, and below it what keeps channels from hearing anything."""
        rows = await self.subscriptions.of_space(invocation.chat, invocation.space)
        if invocation.chat is ChatName.SLACK:
            rows = [row for row in rows if row.destination == invocation.destination()]
        return watches.with_trouble(message, rows, self.language(invocation))

    async def _permit(self, command: Command, invocation: Invocation) -> None:
        """Raises `NotAllowed` where the person may not give this command."""
        if command.who == "anyone":
            return
        needs = _NEEDS.get(invocation.chat, {}).get(command.who, "manage_server")
        right = invocation.manager if command.who == "manager" else invocation.admin
        if not (right and invocation.space):
            raise NotAllowed(needs)
        if not invocation.manager and await self.spaces.reserved(invocation.chat, invocation.space):
            raise NotAllowed("workspace_admin")

    def _failed(self, command: Command, invocation: Invocation, error: AskError) -> Reply:
        """What could not be done, in words; where a platform's name nearly fits, with a button for each that is meant.

        Such a button gives the same command with that platform in it.
        """
        names = {p.id: p.name for p in self.catalogue}
        message = errors.sentence(error, self.language(invocation), names=names)
        match error:
            case UnknownPlatform():
                naming = next((option.name for option in command.options if option.kind in _NAMING), "")
                given = {name: value for name, value in invocation.options.items() if value}
                meant = (Action(names[p], command.verb, {**given, naming: p}) for p in error.near if naming)
                return Reply(replace(message, actions=tuple(meant)), about=naming)
            case BadOption():
                return Reply(message, about=error.option)
            case NotAllowed():
                return Reply(message, about="channel")
        return Reply(message)

    async def press(self, text: str, values: Sequence[str], invocation: Invocation) -> Reply:
        """Carry out what a button or menu carries, with what was chosen or typed; an old one is answered in words."""
        press = read(text, self.commands)
        if press is None:
            return Reply(errors.sentence(StalePress(), self.language(invocation)))
        aloud = press.aloud and invocation.chat in press.command.shared
        given = replace(invocation, options=press.filled(values), aloud=aloud)
        return await self.answer(press.command, given)

    def _shared(self, command: Command, invocation: Invocation, reply: Reply) -> Reply:
        """An answer that everyone hears, with who let them; or the button by which a person does."""
        message = reply.message
        if invocation.aloud:
            return Reply(replace(message, sharer=invocation.user), public=True)
        if not invocation.channel:
            return reply
        share = Action(self.language(invocation).say("button-share"), command.verb, invocation.options, aloud=True)
        return replace(reply, message=replace(message, actions=(*message.actions, share)))

    def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """What is offered while someone types a value of this kind: at most 25, best first; from memory."""
        return completion.complete(self, kind, typed, invocation)

    async def lacks(self, destination: Destination, manner: Manner) -> Sequence[Lack]:
        """What keeps messages from being posted in a channel; nothing is known where none is named."""
        poster = self.posters.get(destination.chat)
        return await poster.lacks(destination, manner) if poster and destination.channel else ()

    def name(self, target: str, language: Language) -> str:
        """A watch's target as people call it."""
        if target == EVERYTHING:
            return language.say("target-all")
        if target.startswith(CATEGORY):
            return language.say("target-category", category=language.category(target.removeprefix(CATEGORY)))
        platform = self.catalogue.platforms.get(target)
        return platform.name if platform else target

    async def joined(self, chat: ChatName, space: str, locale: str, *, quietly: bool = False) -> Message | None:
        """We are in a guild or workspace; choices of an earlier stay are back.

        Gives the welcome where that is news, or was before and the welcome never came out (`welcomed`); none `quietly`.
        """
        restored = await self.spaces.join(chat, space, welcome=not quietly)
        if quietly and restored is None:
            await self.welcomed(chat, space)  # what was owed for too long comes no more
        if quietly or space not in await self.spaces.unwelcomed(chat):
            return None
        if restored is None:
            restored = await self.subscriptions.of_space(chat, space)
        return card.welcome(len(restored), self.policy, self.languages.of(chat).best(locale))

    async def welcomed(self, chat: ChatName, space: str) -> None:
        """The welcome is out, or there is nobody to read it: it comes no more."""
        await self.spaces.welcomed(chat, space)

    async def left(self, chat: ChatName, space: str, keep: float = KEPT.total_seconds()) -> None:
        """The bot was removed from a guild or workspace: nothing more is sent there; choices are kept for so long."""
        await self.spaces.leave(chat, space, keep=keep)

    async def present(self, chat: ChatName, spaces: Set[str]) -> Set[str]:
        """These are all that we are in: end what belongs to others; name those that are new, or still unwelcomed."""
        known = await self.spaces.known(chat)
        for space in known - spaces:
            await self.left(chat, space)
        return spaces - known | spaces & await self.spaces.unwelcomed(chat)

    async def closed(self, destination: Destination, name: str = "") -> None:
        """A channel no longer exists: the courier ends what was on its way there, and tells who set it up."""
        if await self.subscriptions.get(destination):
            closed = Subject.closed(name or destination.channel, f"{self.clock.now().timestamp():.0f}")
            await self.deliveries.enqueue([Delivery(closed, destination)])

    async def blocked(self, destination: Destination, lack: Lack) -> None:
        """Nothing can be posted in a channel: what comes is held, and the courier tells who set it up.

        Should we die between the two, the courier tells it when something comes.
        """

        def ill(there: Subscription | None) -> Subscription | None:
            well = there and there.watches and not (there.blocked or there.closed)
            return replace(there, blocked=lack.what, lacks=(lack,)) if there and well else there

        before, after = await self.subscriptions.amend(destination, ill)
        if before != after:
            notice = Subject("blocked", f"{lack.what} {self.clock.now().timestamp():.0f}")
            await self.deliveries.enqueue([Delivery(notice, destination)])

    async def followed(self, destination: Destination, posted: str) -> None:
        """Others follow the channel in which this was posted: the courier publishes it, once there is room for it."""
        await self.deliveries.enqueue([Delivery(Subject("publication", posted), destination)])

    async def reopened(self, destination: Destination) -> None:
        """Permissions of a channel changed: if it was blocked, what was held for it is tried again."""

        def well(there: Subscription | None) -> Subscription | None:
            ill = there and (there.blocked or there.closed)
            return replace(there, blocked=None, lacks=(), notice="", closed="") if there and ill else there

        before, after = await self.subscriptions.amend(destination, well)
        if before != after:
            await self.deliveries.release(destination)
