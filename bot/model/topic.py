"""What a finding can be about, which way it points, and how loudly it is told."""

from enum import StrEnum
from typing import Self


class Topic(StrEnum):
    """A subject of policy that creators care about."""

    AI_TRAINING = "ai_training"
    CONTENT_LICENSE = "content_license"
    OWNERSHIP_IP = "ownership_ip"
    MONETIZATION_FEES = "monetization_fees"
    DATA_SHARING_SALE = "data_sharing_sale"
    DATA_COLLECTION = "data_collection"
    BIOMETRICS = "biometrics"
    ARBITRATION_DISPUTES = "arbitration_disputes"
    LIABILITY_WARRANTY = "liability_warranty"
    TERMINATION_MODERATION = "termination_moderation"
    MINORS_AGE = "minors_age"
    COPYRIGHT_DMCA = "copyright_dmca"
    ACCEPTABLE_USE = "acceptable_use"
    CHANGES_TO_TERMS = "changes_to_terms"
    GOVERNING_LAW = "governing_law"
    ADVERTISING = "advertising"
    ACCOUNT_SECURITY = "account_security"
    OPT_OUT_RIGHTS = "opt_out_rights"


class Direction(StrEnum):
    """Which way an `ai_training` finding points."""

    INTRODUCED = "introduced"
    EXPANDED = "expanded"
    RESTRICTED = "restricted"
    CLARIFIED_NOT_USED = "clarified_not_used"
    OPTOUT_ADDED = "optout_added"
    OPTOUT_REMOVED = "optout_removed"


class Severity(StrEnum):
    """How much a change matters to a creator; compares by weight: `Severity.MINOR < Severity.CRITICAL`."""

    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def weight(self) -> int:
        """0 (none) to 3 (critical)."""
        return _WEIGHTS[self]

    def __lt__(self, other: str) -> bool:
        return self.weight < Severity(other).weight

    def __le__(self, other: str) -> bool:
        return self.weight <= Severity(other).weight

    def __gt__(self, other: str) -> bool:
        return self.weight > Severity(other).weight

    def __ge__(self, other: str) -> bool:
        return self.weight >= Severity(other).weight

    @classmethod
    def worst(cls, *severities: Self) -> Self:
        """The weightiest of those given; `none` of nothing."""
        return max(severities, default=cls("none"))


_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}
