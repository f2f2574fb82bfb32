# SPDX-License-Identifier: EUPL-1.2
"""By when the things of one project are due: the day where it is known, else the rule, else that nobody tells it."""

from collections.abc import Iterable, Sequence

from app.domain.calls import TimeLimit
from app.domain.deadlines import KnownDeadline
from app.domain.open_data import Status
from app.reports import words
from app.text import _, day

_DUE = {
    Status.FUNDED: ("contract", "completion", "maintenance"),
    Status.RENUNCIATION_PENDING: ("contract", "completion"),
    Status.PAID: ("maintenance",),
    Status.RENOUNCED: (),
}
"""What can still fall due in each state."""


def term_rows(status: Status, limits: Sequence[TimeLimit], deadlines: Sequence[KnownDeadline]) -> list[tuple[str, str]]:
    """One row for each thing that can still fall due, with the source of what it says."""
    rows = []
    for event in _DUE[status]:
        known = [deadline for deadline in deadlines if deadline.event == event]
        lines = list(_event_lines([limit for limit in limits if limit.event == event], known))
        if lines:
            rows.append((words.event_name(event), "\n".join(lines)))
    return rows


def _event_lines(limits: Sequence[TimeLimit], deadlines: Sequence[KnownDeadline]) -> Iterable[str]:
    for deadline in deadlines:
        yield _with_source(_deadline_words(deadline), deadline.source)
    told = {(deadline.due_on, deadline.source) for deadline in deadlines}
    is_answered = bool(deadlines)
    for limit in sorted(limits, key=lambda limit: not limit.call):
        if limit.is_known and (limit.call or not is_answered) and (limit.on, limit.source) not in told:
            yield _with_source(_limit_words(limit), limit.source)
        elif not limit.is_known:
            yield _unknown_words(limit)


def _deadline_words(deadline: KnownDeadline) -> str:
    form = _("fino al {day}") if deadline.event == "maintenance" else _("entro il {day}")
    shown = form.format(day=day(deadline.due_on))
    return _("{deadline}, fatto").format(deadline=shown) if deadline.is_done else shown


def _limit_words(limit: TimeLimit) -> str:
    note = words.note_words(limit)
    if limit.event == "maintenance" and note:
        return note
    return f"{words.limit_words(limit)}; {note}" if note else words.limit_words(limit)


def _unknown_words(limit: TimeLimit) -> str:
    silent = _("nessuna fonte consultata dice il termine proprio dell’avviso")
    note = words.note_words(limit)
    return note if limit.note and not limit.note.startswith("non trovato") else silent


def _with_source(line: str, source: str) -> str:
    told = source.replace("FAQ ", "FAQ\N{NO-BREAK SPACE}")  # its number stays on the same line
    return _("{line} · fonte: {source}").format(line=line, source=told) if source else line
