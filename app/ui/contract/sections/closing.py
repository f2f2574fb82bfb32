# SPDX-License-Identifier: EUPL-1.2
"""Fine: what the end of the contract asks for, line by line, and the steps that end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.text import _, day, ngettext
from app.ui.accession.ask import Answers
from app.ui.accession.entries import line
from app.ui.contract.form import FormSection
from app.ui.contract.part_kinds import closing_items
from app.ui.contract.parts import PartsBox
from app.ui.contract.place import contract_of
from app.ui.contract.step_box import StepBox
from app.ui.contract.words import CLOSING_STEPS, end_words
from app.ui.widgets.button import button

if TYPE_CHECKING:
    from datetime import date

    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.store import Store


class ClosingSection(FormSection):
    """The list may be begun long before the end: the export of the data is asked for in time."""

    def build(self, view: ContractView) -> None:
        """Lay out when it ends, the list, the steps."""
        self._ends_on: date | None = None
        self.end = self.add_text("", "strong")
        self.kept = self.add_text("", "warning")
        self.add_heading(_("Che cosa serve per chiudere"))
        self.begin = button(_("Prepara la lista della chiusura"), self.begin_list, icon="list")
        self.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.done = self.add_text()
        self.items = PartsBox(
            self.place,
            closing_items(view.today, lambda: self._ends_on),
            _("La lista non è ancora cominciata: dati, consegne, utenze, garanzie, resoconto."),
            _("Aggiungi una riga"),
            {"title": line(_("Che cosa (obbligatorio)"))},
            self._add,
            blamed={"contract.part_without_name": "title"},
        )
        self.add_piece(self.items)
        self.add_heading(_("Chiudere il servizio"))
        self.steps = StepBox(self.place, CLOSING_STEPS, _("Qui non c'è altro da registrare."))
        self.add_piece(self.steps)

    def show_view(self, view: ContractView) -> None:
        """Show how far the end has come."""
        self._ends_on = view.effective_end.on if view.effective_end else None
        self.end.setText(end_words(view.effective_end, view.today))
        until = view.maintenance_until
        is_bound = until is not None and until >= view.today
        told = _("Pagato dal PNRR: va tenuto attivo fino al {day}, cinque anni dal 31 dicembre dell'erogazione.")
        self.kept.setText(told.format(day=day(until)) if is_bound else "")
        self.kept.setVisible(is_bound)
        self.begin.setVisible(not view.closing)
        over = sum(bool(one.done_on or one.skipped_reason) for one in view.closing)
        words = ngettext("{done} riga su {total} a posto", "{done} righe su {total} a posto", over)
        self.done.setText(words.format(done=over, total=len(view.closing)))
        self.done.setVisible(bool(view.closing))
        self.items.show_view(view)
        self.steps.show_view(view)

    def begin_list(self) -> None:
        """Write what every end asks for."""
        from app.actions.contract_parts import begin_closing_list

        contract_id = contract_of(self.place.owner)
        self.desk.tasks.act(
            self,
            lambda store: begin_closing_list(store, contract_id),
            lambda _changes: self.desk.window.toast(_("Lista della chiusura preparata"), with_undo=True),
        )

    def _add(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.contract_parts import add_closing_item

        return add_closing_item(store, contract_of(self.place.owner), str(answers["title"]))
