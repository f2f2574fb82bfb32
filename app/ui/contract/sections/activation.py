# SPDX-License-Identifier: EUPL-1.2
"""Attivazione: the step that comes next, what must run before, the plan with its minutes, the PNRR completion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.concessions import ASSEVERATIONS
from app.domain.contract_states import ContractStep
from app.text import _
from app.text.concession_labels import asseveration_label
from app.ui.accession.ask import Answers
from app.ui.accession.entries import Entry, day_line, line
from app.ui.accession.form import grid_of, texts_of
from app.ui.contract.form import FormSection
from app.ui.contract.part_kinds import milestones
from app.ui.contract.parts import PartsBox
from app.ui.contract.place import contract_of
from app.ui.contract.step_box import StepBox
from app.ui.contract.words import LIVING_STEPS
from app.ui.documents.options import key_choice
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.panel import rule

if TYPE_CHECKING:
    from pathlib import Path

    from app.actions.changes import Changes
    from app.actions.contracts import ContractView, Prerequisite
    from app.store import Store


class ActivationSection(FormSection):
    """The minutes of the acceptance belong to its point of the plan."""

    entries: dict[str, Entry]

    def build(self, view: ContractView) -> None:
        """Lay out steps, prerequisites, plan, completion."""
        self.steps = StepBox(self.place, LIVING_STEPS, _("Il servizio non aspetta altri passi qui."))
        self.add_piece(self.steps)
        self.before = QVBoxLayout()
        self.before.setSpacing(unit(3))
        self.body.addLayout(self.before)
        self.add_heading(_("Piano di attivazione"))
        self.plan = PartsBox(
            self.place,
            milestones(view.today),
            _("Il piano è vuoto."),
            _("Aggiungi un passo"),
            {"title": line(_("Che cosa (obbligatorio)")), "planned_on": day_line(_("Previsto il"), self.place.today)},
            self._add,
            blamed={"contract.part_without_name": "title"},
        )
        self.add_piece(self.plan)
        self.entries = {
            "completed_on": day_line(_("Completato il"), self.place.today),
            "asseveration": key_choice(
                _("Esito dell'asseverazione"),
                [(key, asseveration_label(key) or _("Non ancora")) for key in ASSEVERATIONS],
            ),
        }
        self.completion = QWidget()
        inside = QVBoxLayout(self.completion)
        inside.setContentsMargins(0, unit(6), 0, 0)
        inside.setSpacing(unit(8))
        inside.addWidget(rule())
        inside.addWidget(Label(_("Completamento PNRR"), "strong", wraps=True))
        inside.addLayout(grid_of(self.entries, ("completed_on", "asseveration")))
        self.body.addWidget(self.completion)
        self._save = self.keep(self.entries, "activation")

    def focus_field(self, name: str) -> bool:
        """`prerequisite` goes to the first service that must run before."""
        links = [link for link in self.findChildren(LongLink) if self.before.indexOf(link) >= 0]
        if name == "prerequisite" and links:
            links[0].setFocus()
            return True
        return super().focus_field("step" if name == "prerequisite" else name)

    def take_files(self, files: list[Path]) -> bool:
        """What is dropped while the acceptance waits for its minutes is the minutes, though its point is closed."""
        if super().take_files(files):
            return True
        if ContractStep.PASS_ACCEPTANCE not in self.steps.asks:
            return False
        point = next((row for row in self.plan.rows.values() if row.part.key == "acceptance"), None)
        if point is None or point.slot is None:
            return False
        point.head.open()
        return point.slot.take_files(files)

    def show_view(self, view: ContractView) -> None:
        """Show where the activation stands."""
        self.steps.show_view(view)
        self.plan.show_view(view)
        self._show_before(view.prerequisites)
        contract = view.contract
        is_told = contract.completed_on is not None or bool(contract.asseveration)
        self.completion.setVisible(contract.is_funded or is_told)
        self._save.show_values(view.contract.version, texts_of(view.contract, self.entries))

    def _show_before(self, prerequisites: tuple[Prerequisite, ...]) -> None:
        empty_layout(self.before)
        if not prerequisites:
            return
        self.before.addWidget(Label(_("Deve essere già attivo:"), "muted", wraps=True))
        for one in prerequisites:
            words = _("{service}: attivo") if one.is_active else _("{service}: non ancora attivo")
            told = words.format(service=f"{one.code} · {one.name}")
            if one.is_active and one.contract_id is None:
                self.before.addWidget(Label(told, "good", wraps=True))
                continue
            place = ("contract", str(one.contract_id)) if one.contract_id is not None else ("concessions", "new")
            self.before.addWidget(LongLink(told, partial(self.desk.window.open_page, *place)))

    def _add(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.contract_parts import add_milestone

        contract_id = contract_of(self.place.owner)
        return add_milestone(store, contract_id, str(answers["title"]), planned_on=answers["planned_on"])
