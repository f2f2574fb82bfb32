# SPDX-License-Identifier: EUPL-1.2
"""Recording a step of the procedure: its day, the number and the reason where the step wants them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.accession_states import Step, Transition
from app.errors import UserError
from app.text import _, action_title
from app.text.accession_labels import to_do_label
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.entries import Entry, area, day_line, line, shown
from app.ui.accession.place import Place

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView

_BLAMED = {
    **dict.fromkeys(
        (
            "accession.step_before_last",
            "accession.step_in_future",
            "accession.day_of_the_act",
            "accession.not_enforceable_yet",
            "accession.signed_before_enforceable",
            "day.empty",
        ),
        "on",
    ),
    "accession.number_missing": "number",
    "accession.reason_missing": "reason",
    "accession.override_without_reason": "reason",
}
_HAS_NUMBER = (Step.REGISTER, Step.ASK_ADDITIONS, Step.WARN_REJECTION, Step.ACCEPT, Step.REJECT, Step.ANSWER_WARNING)
_HAS_NUMBER_DAY = (Step.SEND, Step.SUPPLY_ADDITIONS)
_HAS_ANSWER_DAY = (Step.ASK_ADDITIONS, Step.WARN_REJECTION)

Aside = Callable[[], tuple[tuple[str, ...], str]]


class StepAsk(Ask):
    """The fields and the button of one step; what the program knows already is proposed."""

    def __init__(self, place: Place, way: Transition, aside: Aside) -> None:
        self._place = place
        self._way = way
        self._aside = aside
        super().__init__(
            _entries(way, place.today),
            to_do_label(way.step.value),
            self._record,
            place.drafts,
            place.of(f"step:{way.step.value}"),
            blamed=_BLAMED,
            is_always_open=True,
        )

    def show_view(self, view: AccessionView) -> None:
        """Propose the day and the number of the act, or today."""
        from app.actions.accession_steps import usual_day

        act = view.case.act("resolution")
        number = act.number if act and self._way.step is Step.RESOLVE else ""
        usual = {"on": shown(usual_day(view.case, (self._way.step,))), "number": number}
        self.show_usual({name: text for name, text in usual.items() if name in self.entries})

    def _record(self, answers: Answers) -> None:
        from app.actions.accession_steps import StepForm, record_step

        on = answers["on"]
        if not isinstance(on, date):
            self.refused(UserError("day.empty"))
            return
        codes, why = self._aside()
        number_on, answer_by = answers.get("number_on"), answers.get("answer_by")
        form = StepForm(
            on,
            number=str(answers.get("number", "")),
            number_on=number_on if isinstance(number_on, date) else None,
            reason=str(answers.get("reason") or why),
            answer_by=answer_by if isinstance(answer_by, date) else None,
            overridden=codes,
        )
        place, step = self._place, self._way.step
        place.desk.tasks.act(
            self,
            lambda store: record_step(store, place.accession_id, step, form),
            lambda _changes: self._tell(),
            self.refused,
        )

    def _tell(self) -> None:
        self.done()
        title = action_title(f"accession.step_{self._way.step.value}", {"centre": ""}).rstrip(": ")
        self._place.desk.window.toast(_("Registrato: {title}").format(title=title), with_undo=True)


def _entries(way: Transition, today: Callable[[], date]) -> dict[str, Entry]:
    step = way.step
    entries = {"on": day_line(_("Data (obbligatoria)"), today)}
    if way.needs_number:
        words = _("Numero della delibera (obbligatorio)") if step is Step.RESOLVE else _("Protocollo (obbligatorio)")
        entries["number"] = line(words)
    elif step in _HAS_NUMBER:
        entries["number"] = line(_("Numero di protocollo"))
    if step in _HAS_NUMBER_DAY:
        entries["number_on"] = day_line(_("Data del protocollo"), today)
    if step in _HAS_ANSWER_DAY:
        entries["answer_by"] = day_line(_("Rispondere entro, se lo dice la lettera"), today)
    if way.needs_reason:
        entries["reason"] = area(_("Motivo (obbligatorio)"), lines=2)
    return entries
