# SPDX-License-Identifier: EUPL-1.2
"""When and why a public body may refuse an electronic invoice (DM 55/2013 art. 2-bis, put there by DM 132/2020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.invoices import InvoiceState

DAYS_TO_REFUSE = 15
"""From the delivery by SdI (concessions.md 4.4); after them SdI tells both that the term ran out."""


REFUSAL_CAUSES = ("not_ours", "cig_or_cup", "device_code", "medicine_code", "determination")
"""The only five causes (concessions.md 4.4): not made for us; CIG or CUP, code of a medical device, code of a medicine,
number and date of the determina di impegno missing or wrong. What a nota di variazione can mend is none."""
REFUSAL_LAW = "DM 55/2013 art. 2-bis (DM 132/2020)"
_OF_CHECK = {"addressee": "not_ours", "cig": "cig_or_cup", "cup": "cig_or_cup", "determination": "determination"}


@dataclass(frozen=True, slots=True)
class RefusalClock:
    """How long an invoice may still be refused."""

    received_on: date | None  # None: nobody told when SdI delivered it
    due_on: date | None  # the last day
    days_left: int | None  # 0 on the last day, negative after it
    is_running: bool  # neither decided nor over


def refusal_due(received_on: date) -> date:
    """The last day on which an invoice may be refused."""
    return received_on + timedelta(days=DAYS_TO_REFUSE)


def refusal_clock(received_on: date | None, state: InvoiceState, today: date) -> RefusalClock:
    """The clock of an invoice."""
    if received_on is None:
        return RefusalClock(None, None, None, is_running=False)
    due_on = refusal_due(received_on)
    left = (due_on - today).days
    return RefusalClock(received_on, due_on, left, is_running=left >= 0 and state is InvoiceState.RECEIVED)


def checks_of_cause(cause: str) -> tuple[str, ...]:
    """The codes of the checks that point at a lawful cause when they fail."""
    return tuple(code for code, of in _OF_CHECK.items() if of == cause)


def suggested_causes(wrong: Iterable[str]) -> tuple[str, ...]:
    """The lawful causes that the failed checks point at, by the codes of the checks."""
    return tuple(dict.fromkeys(_OF_CHECK[code] for code in wrong if code in _OF_CHECK))
