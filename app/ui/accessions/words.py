# SPDX-License-Identifier: EUPL-1.2
"""How a procedure reads: the tone of its state, how far it has come, what comes next, how far a day is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from app.domain.accession_dates import Duty
from app.domain.accession_states import AWAITED, ENDED, GROUPS, MEMBER, Actor, Kind, State, group_of, next_steps
from app.domain.accessions import Accession, ChecklistItem
from app.domain.deadlines import SOON_DAYS
from app.text import _, day, in_language, ngettext, weekday
from app.text.accession_labels import accession_name, actor_label, to_do_label
from app.text.distance import days_away
from app.text.duty_words import duty_away

if TYPE_CHECKING:
    from app.actions.accessions import AccessionRow, AccessionView

_TONES = {
    State.DRAFT: "neutral",
    State.ADDITIONS: "warning",
    State.REJECTION_NOTICE: "bad",
    State.ACCEPTED: "good",
    State.ACTIVE: "good",
    State.REJECTED: "bad",
    State.WITHDRAWING: "warning",
    State.CEASED: "neutral",
    State.EXPIRED: "neutral",
}
_OURS = (State.ADDITIONS, State.REJECTION_NOTICE)


def state_tone(state: State) -> str:
    """The tone of a state; what is on its way without trouble is told as a fact."""
    return _TONES.get(state, "info")


def name_of(accession: Accession) -> str:
    """`CIT della Provincia di Brescia`; renewals and withdrawals say so first."""
    return accession_name(accession.kind.value, accession.centre_name)


def follow_up(view: AccessionView) -> Accession | None:
    """The renewal or the withdrawal of a membership that is on its way."""
    own = view.accession.id
    open_ones = (other for other in view.case.others if group_of(other.state) == "open")
    return next((other for other in open_ones if other.of_accession_id == own), None)


def parent_of(view: AccessionView) -> Accession | None:
    """The membership that a renewal or a withdrawal is about."""
    wanted = view.accession.of_accession_id
    return next((other for other in view.case.others if other.id == wanted), None)


def follow_words(kind: Kind) -> str:
    """What leads from a membership to the procedure about it."""
    return _("Continua il recesso") if kind is Kind.WITHDRAWAL else _("Continua il rinnovo")


def parent_words(kind: Kind) -> str:
    """What leads back from there."""
    return _("L'adesione da cui si recede") if kind is Kind.WITHDRAWAL else _("L'adesione che si rinnova")


def untold_windows(accession: Accession) -> Iterator[tuple[str, str]]:
    """What of a membership is not counted because the clerk has not typed it: the field, and what to say."""
    if accession.notice_months is None and accession.notice_days is None:
        yield "notice_months", _("Senza preavviso scritto la finestra del recesso non si calcola.")
    if accession.renewal_months is None:
        yield "renewal_months", _("Senza i mesi del rinnovo la sua finestra non si calcola.")


def progress_words(done: int, total: int) -> str:
    """`4 di 9`."""
    return _("{done} di {total}").format(done=done, total=total)


def item_title(item: ChecklistItem) -> str:
    """The title of a line in the language in use."""
    return in_language(item.title, item.title_en)


def next_words(accession: Accession, item: ChecklistItem | None) -> tuple[str, str]:
    """What comes next and who acts; nothing where nothing is to be done."""
    if accession.state in (*MEMBER, *ENDED):
        return "", ""
    if accession.state in AWAITED:
        ways = next_steps(accession.kind, accession.state)
        if accession.state in _OURS or accession.state is State.ACCEPTED:
            return to_do_label(ways[0].step.value), actor_label(ways[0].actor.value, accession.body)
        return _("Aspettare la risposta"), actor_label(Actor.CENTRE.value)
    if item is None:
        return "", ""
    return item_title(item), actor_label(item.actor.value, accession.body)


def when_words(on: date, today: date, key: str = "") -> str:
    """`martedì 01/12/2026, fra 8 giorni`; with the key of its duty what only begins is never late."""
    return f"{weekday(on)} {day(on)}, {duty_away(key, (on - today).days)}"


def near_tone(on: date, today: date) -> str:
    """Late is bad, near is a warning, all else is a fact."""
    left = (on - today).days
    return "bad" if left < 0 else "warning" if left <= SOON_DAYS else "neutral"


def due_words(duty: Duty | None, today: date) -> str:
    """How far the next day of a procedure is, for a narrow column."""
    return f"{day(duty.on)}, {days_away((duty.on - today).days)}" if duty else ""


def total_words(rows: list[AccessionRow], today: date) -> str:
    """What is open, what is late, what is near."""
    late = sum(1 for row in rows if row.next_duty and row.next_duty.on < today)
    near = sum(1 for row in rows if row.next_duty and 0 <= (row.next_duty.on - today).days <= SOON_DAYS)
    counts = {key: sum(group_of(row.accession.state) == key for row in rows) for key in GROUPS}
    active = counts["active"]
    parts = [
        _("{count} in corso").format(count=counts["open"]),
        ngettext("{count} attiva", "{count} attive", active).format(count=active) if active else "",
        _("{count} in ritardo").format(count=late) if late else "",
        _("{count} con scadenza entro 30 giorni").format(count=near) if near else "",
    ]
    return " · ".join(part for part in parts if part)
