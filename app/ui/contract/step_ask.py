# SPDX-License-Identifier: EUPL-1.2
"""Recording that a contract moved on: its day, its act, its reason; a stop that the law lets set aside asks for why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.domain.contract_states import ContractStep, ContractWay
from app.errors import CampanileError, UserError
from app.text import _
from app.text.concession_labels import contract_step_label, contract_to_do_label
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.entries import Entry, area, day_line, line, shown, tick
from app.ui.contract.place import OwnerPlace, contract_of
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.domain.documents import DocumentId
    from app.store import Store

NO_MINUTES, NOT_ACTIVE, MUST_GO_ON = "acceptance.no_minutes", "prerequisite.not_active", "maintenance.must_go_on"
STOPS = {
    "contract.no_minutes": NO_MINUTES,
    "contract.prerequisite_not_active": NOT_ACTIVE,
    "contract.closing_too_early": MUST_GO_ON,
}
"""Refusals that may be set aside with a reason, each with its name; the five years of PNRR only to begin the end."""
_RENUNCIATION = "contract.renunciation_needs_reason"
_BLAMED = {
    _RENUNCIATION: "reason",
    "day.empty": "on",
    "contract.step_before_last": "on",
    "contract.step_in_future": "on",
    "fee.suspended_already": "with_fee",
    "contract.reason_missing": "reason",
    "contract.override_without_reason": "reason",
}


class StepAsk(Ask):
    """The fields and the button of one step."""

    def __init__(self, place: OwnerPlace, way: ContractWay) -> None:
        self._place, self._way = place, way
        self._document_id: DocumentId | None = None
        self._minutes = ""  # the place of the document that the acceptance wants
        self.set_aside: list[str] = []
        step = way.step
        super().__init__(
            _entries(place, way),
            contract_to_do_label(step.value),
            self._record,
            place.drafts,
            place.of(f"step:{step.value}"),
            blamed=_BLAMED,
            is_always_open=True,
        )
        self.to_stop = Link("", self._go_to_stop)
        self.to_stop.hide()
        self.below.addWidget(self.to_stop)
        self._stop_place = ""
        self._show_reason()

    def show_view(self, view: ContractView) -> None:
        """Propose today, or the day of the point of the plan that says the same."""
        keys = {ContractStep.PASS_ACCEPTANCE: "acceptance", ContractStep.GO_LIVE: "go_live"}
        point = next((one for one in view.milestones if one.key == keys.get(self._way.step)), None)
        self._document_id = point.document_id if point and self._way.step is ContractStep.PASS_ACCEPTANCE else None
        self._let_go(view)
        done = point.done_on if point and point.done_on else view.today
        goes_on = self._way.step is ContractStep.RESUME and view.fee_is_stopped
        self.show_usual({"on": shown(done), "with_fee": shown(goes_on)})
        if "with_fee" in self.entries:
            offered = goes_on or (self._way.step is ContractStep.SUSPEND and not view.fee_is_stopped)
            self.entries["with_fee"].field.setVisible(offered)

    def refused(self, error: CampanileError) -> None:
        """Where a stop may be set aside, ask why before it is done all the same."""
        if error.code == _RENUNCIATION:
            self.entries["reason"].field.label.setText(_("Perché si rinuncia (obbligatorio)"))
            self.entries["reason"].field.show()
        super().refused(error)
        stop = STOPS.get(error.code, "")
        if stop and stop not in self.set_aside:
            self.set_aside.append(stop)
            self._show_reason()
        if stop:
            self._show_way(stop)

    def _let_go(self, view: ContractView) -> None:
        """A stop that does not stand any more asks for no reason."""
        standing = {NOT_ACTIVE} if any(not one.is_active for one in view.prerequisites) else set()
        if self._document_id is None:
            standing.add(NO_MINUTES)
        if view.maintenance_until is not None and view.today < view.maintenance_until:
            standing.add(MUST_GO_ON)
        point = next((one for one in view.milestones if one.key == "acceptance"), None)
        self._minutes = f"milestone:{point.id}:document" if point is not None else ""
        left = [stop for stop in self.set_aside if stop in standing]
        if left != self.set_aside:
            self.set_aside = left
            self._show_reason()
            self.clear_trouble()
            self.to_stop.hide()

    def _show_reason(self) -> None:
        field = self.entries["reason"].field
        if self.set_aside:
            field.label.setText(_("Perché lo registri lo stesso (obbligatorio)"))
        else:
            field.label.setText(_("Motivo (obbligatorio)") if self._way.needs_reason else _("Motivo"))
            field.set_error("")
        field.setVisible(bool(self.set_aside) or self._way.needs_reason)

    def _show_way(self, stop: str) -> None:
        """Lead to where the stop is put right."""
        self._stop_place = {NO_MINUTES: self._minutes, NOT_ACTIVE: "prerequisite"}.get(stop, "")
        self.to_stop.setText(_("Aggiungi il verbale qui") if stop == NO_MINUTES else _("Vai al servizio che manca"))
        self.to_stop.setVisible(bool(self._stop_place))

    def _go_to_stop(self) -> None:
        key = f"{contract_of(self._place.owner)}:activation:{self._stop_place}"
        self._place.desk.window.open_page("contract", key)

    def _record(self, answers: Answers) -> None:
        on = answers["on"]
        if not isinstance(on, date):
            self.refused(UserError("day.empty"))
            return
        place, step, document_id = self._place, self._way.step, self._document_id
        number, reason, overridden = str(answers["number"]), str(answers["reason"]), tuple(self.set_aside)
        with_fee = bool(answers.get("with_fee"))

        def record(store: Store) -> Changes:
            from app.actions.contract_steps import take_contract_step

            contract_id = contract_of(place.owner)
            told = (step, on, number, reason, document_id, overridden)
            return take_contract_step(store, contract_id, *told, with_fee=with_fee)

        place.desk.tasks.act(self, record, lambda _changes: self._tell(), self.refused)

    def _tell(self) -> None:
        self.done()
        title = contract_step_label(self._way.step.value)
        self._place.desk.window.toast(_("Registrato: {title}").format(title=title), with_undo=True)


def _entries(place: OwnerPlace, way: ContractWay) -> dict[str, Entry]:
    made = {
        "on": day_line(_("Data (obbligatoria)"), place.today),
        "number": line(_("Protocollo o numero dell'atto")),
        "reason": area(_("Motivo (obbligatorio)") if way.needs_reason else _("Motivo"), lines=2),
    }
    if way.step is ContractStep.SUSPEND:
        made["with_fee"] = tick(_("Sospendi da quel giorno anche il canone"), _("Senza la spunta il canone continua."))
    if way.step is ContractStep.RESUME:
        made["with_fee"] = tick(_("Da quel giorno riprende anche il canone"))
    return made
