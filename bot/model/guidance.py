"""What is known of a platform beside its texts: what they say of AI training, what a creator can do, what was said."""

import datetime as dt
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from bot.model.written import Day, WebAddress

Stance = Literal["allowed", "opt_out", "opt_in", "prohibited", "unclear"]
Basis = Literal["terms", "privacy_policy", "help_page", "statement"]
OptOutKind = Literal[
    "account_toggle",
    "per_item_toggle",
    "admin_only",
    "email_request",
    "objection_form",
    "opt_in_default",
    "terms_prohibit",
    "site_signal",
    "file_metadata",
    "limit_visibility",
    "delete_or_leave",
    "negotiate",
    "none",
    "unknown",
]

_DONE_SOMEWHERE = frozenset({"account_toggle", "per_item_toggle", "admin_only", "email_request", "objection_form"})


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class AiTraining(_Entry):
    """What the platform's texts say of training AI on what people upload."""

    own_models: Stance
    """Training of the platform's own models."""
    licensed_to_others: Stance = "unclear"
    """Licensing to others for training."""
    scraping_by_others: Stance = "unclear"
    """Whether outsiders may scrape for training, as far as the platform says."""
    scope: str = ""
    """What the answer covers, and what it does not."""
    exempt: str = ""
    """Whose work is under other rules."""
    basis: Basis
    """Where it says so."""
    as_of: Day
    """The day on which that was read."""


class OptOut(_Entry):
    """What a creator can do about it."""

    kind: OptOutKind
    """How one opts out, or `none`, or `unknown`."""
    available: Literal["yes", "no", "partial", "not_needed", "unknown"]
    """Whether there is a way at all."""
    steps: list[str] = []
    """What to press, in order, with the exact labels."""
    url: WebAddress | None = None
    """Page on which it is done."""
    regions: str | None = None
    """Where it is offered, if not everywhere."""
    deadline: dt.date | None = None
    """Last day, if there is one."""
    retroactive: bool | None = None
    """True only with a written promise to undo training already done."""
    caveats: str = ""
    """What it does not do."""
    as_of: Day
    """The day on which that was checked."""

    @model_validator(mode="after")
    def _kind_and_availability_agree(self) -> Self:
        for kind, available in (("none", "no"), ("unknown", "unknown")):
            if (self.kind == kind) != (self.available == available):
                raise ValueError(f"`kind: {kind}` and `available: {available}` go together")
        if self.kind in _DONE_SOMEWHERE and not (self.steps or self.url):
            raise ValueError(f"`kind: {self.kind}` needs `steps` or `url`, so that people can do it")
        return self


class Statement(_Entry):
    """What someone speaking for the platform said. A statement is not a clause."""

    who: str
    """Name or office."""
    when: Day
    """Day on which it was said."""
    claim: str
    """What was said, in our words."""
    url: WebAddress | None = None
    """Where it can be read."""
