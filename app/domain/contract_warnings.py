# SPDX-License-Identifier: EUPL-1.2
"""What does not fit in a contract or in a concession, told with its reason; none of it stops anything by itself."""

from dataclasses import dataclass
from enum import StrEnum


class WarningSeverity(StrEnum):
    """How much a warning weighs."""

    SERIOUS = "serious"  # something is already wrong
    CAREFUL = "careful"  # something will be wrong soon, or is to be looked at


WARNING_CODES = (
    "clock.contract_outlasts_membership",
    "clock.contract_outlasts_concession",
    "clock.membership_outlasts_concession",
    "clock.started_after_membership",
    "clock.over",
    "clock.ends_soon",
    "clock.no_end",
    "year.no_commitment",
    "change.extension",
    "change.over_half",
    "bond.lapsed",
    "bond.lapses_soon",
    "insurance.lapsed",
    "insurance.lapses_soon",
    "cloud.lapsed",
    "cloud.lapses_soon",
    "mandate.lapsed",
    "mandate.lapses_soon",
    "dpa.missing",
    "prerequisite.not_active",
    "cig.missing",
    "cig.parent",
    "cig.malformed",
    "cup.missing",
    "cup.malformed",
    "cup.of_another_project",
    "maintenance.must_go_on",
    "report.not_made",
)
"""Every code; `text.contract_words` has a sentence for each."""


@dataclass(frozen=True, slots=True)
class ContractWarning:
    """One thing that does not fit; `params` are dates, amounts, names and codes that its sentence names."""

    code: str  # of WARNING_CODES
    severity: WarningSeverity
    params: dict[str, object]
