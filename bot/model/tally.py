"""What a process has counted since it began."""

from collections import Counter
from dataclasses import dataclass, field

from bot.model.subscription import ChatName


@dataclass(frozen=True, slots=True)
class Tally:
    """Looks at documents and at feeds by their outcome, tries at deliveries by chat and outcome."""

    checks: Counter[str] = field(default_factory=Counter)
    feeds: Counter[str] = field(default_factory=Counter)
    deliveries: Counter[tuple[ChatName, str]] = field(default_factory=Counter)
