# SPDX-License-Identifier: EUPL-1.2
"""What a procedure says of itself: its steps in a line, what comes next, the look of the state of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.accession_states import ENDED, MEMBER, Kind, State, Step, Transition
from app.domain.checklist import ItemState
from app.text import _
from app.text.accession_labels import to_do_label
from app.ui.widgets.step_line import Step as Dot

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView

CHECKS = "checks"
"""The key of the panel of checks, beside those of the lines."""

ITEM_TONES = {
    ItemState.NOT_STARTED: "neutral",
    ItemState.INCOMPLETE: "warning",
    ItemState.READY: "info",
    ItemState.DONE: "good",
    ItemState.SKIPPED: "neutral",
}
ITEM_ICONS = {
    ItemState.NOT_STARTED: "circle",
    ItemState.INCOMPLETE: "half",
    ItemState.READY: "ready",
    ItemState.DONE: "tick",
    ItemState.SKIPPED: "dash",
}

_LINE_OF = {
    Step.PROPOSE: "proposal",
    Step.RESOLVE: "resolution",
    Step.ENFORCE: "publication",
    Step.SIGN: "signature",
    Step.SEND: "sending",
    Step.CORRECT: "sending",
    Step.REGISTER: "outcome",
    Step.ASK_ADDITIONS: "outcome",
    Step.SUPPLY_ADDITIONS: "outcome",
    Step.WARN_REJECTION: "outcome",
    Step.ANSWER_WARNING: "outcome",
    Step.ACCEPT: "outcome",
    Step.REJECT: "outcome",
    Step.COUNTERSIGN: "start",
    Step.EXPIRE: "start",
    Step.GIVE_UP_RENEWAL: "start",
    Step.GIVE_NOTICE: "end",
    Step.CEASE: "end",
}
_ORDER = (State.PROPOSED, State.RESOLVED, State.SIGNED, State.SENT, State.ACCEPTED, State.ACTIVE)
_RANK = {
    State.DRAFT: -1,
    State.PROPOSED: 0,
    State.RESOLVED: 1,
    State.ENFORCEABLE: 1,
    State.SIGNED: 2,
    State.SENT: 3,
    State.UNDER_REVIEW: 3,
    State.ADDITIONS: 3,
    State.REJECTION_NOTICE: 3,
    State.ACCEPTED: 4,
}


LINES_WITH_STEPS = frozenset(_LINE_OF.values())
"""The lines on which a step is recorded."""


def line_of(step: Step) -> str:
    """The line of the checklist on which a step is recorded."""
    return _LINE_OF.get(step, "")


def steps_of_line(view: AccessionView, key: str) -> tuple[Transition, ...]:
    """The steps that may be recorded on a line now, the usual one first."""
    return tuple(way for way in view.next_steps if line_of(way.step) == key)


def dots(view: AccessionView) -> list[Dot]:
    """Where it stands, from the proposal to the membership."""
    accession = view.accession
    is_leaving = accession.kind is Kind.WITHDRAWAL
    last = _("Cessata") if is_leaving else _("Attiva")
    answer = _("Preavviso") if is_leaving else _("Risposta")
    names = (_("Proposta"), _("Delibera"), _("Firma"), _("Invio"), answer, last)
    done = len(names) - 1 if accession.state in (*MEMBER, *ENDED) else _RANK[accession.state]
    if is_leaving and accession.state is State.WITHDRAWING:
        done = len(names) - 2
    if accession.state is State.REJECTED:
        done = _RANK[State.ACCEPTED]
    return [Dot(name, "done" if n <= done else "now" if n == done + 1 else "todo") for n, name in enumerate(names)]


def next_deed(view: AccessionView) -> tuple[str, str]:
    """What the primary button says and the line that it leads to; nothing where nothing is to be done."""
    state = view.accession.state
    if state in (*MEMBER, *ENDED):
        ways = [way for way in view.next_steps if way.step is Step.CEASE]
        return (to_do_label(ways[0].step.value), line_of(ways[0].step)) if ways else ("", "")
    if state is State.UNDER_REVIEW:
        return _("Registra la risposta"), "outcome"
    if state in (State.SENT, State.ADDITIONS, State.REJECTION_NOTICE, State.ACCEPTED):
        way = view.next_steps[0]
        return to_do_label(way.step.value), line_of(way.step)
    return _next_line(view)


def _next_line(view: AccessionView) -> tuple[str, str]:
    """Of a procedure that has not left: the first line after the last step that is neither done nor set aside."""
    words = {
        "services": _("Scegli i servizi"),
        "people": _("Scrivi chi firma"),
        "commitment": _("Scrivi l'impegno"),
        "signature": _("Allega la domanda firmata"),
    }
    recorded = _recorded_lines(view)
    last = max((place for place, line in enumerate(view.items) if line.item.key in recorded), default=-1)
    for line in view.items[last + 1 :]:
        if line.state in (ItemState.DONE, ItemState.SKIPPED):
            continue
        key = line.item.key
        ways = steps_of_line(view, key)
        if ways and (line.state is ItemState.READY or key not in words):
            return to_do_label(ways[0].step.value), key
        if key == "people" and not any(lack.field.startswith("signer") for lack in line.missing):
            return _("Scrivi chi la segue"), key
        return words.get(key, _("Continua")), key
    return "", ""


def _recorded_lines(view: AccessionView) -> set[str]:
    """The lines whose step stands; a correction takes back what came after the resolution."""
    found: set[str] = set()
    for taken in view.case.steps:
        if taken.step is Step.CORRECT:
            found -= {"signature", "sending", "outcome"}
        else:
            found.add(line_of(taken.step))
    return found
