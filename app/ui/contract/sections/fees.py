# SPDX-License-Identifier: EUPL-1.2
"""Canone of a contract: its fees, what falls due by them with its reckoning, suspensions, readings, indices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.fee_lines import PER_UNIT
from app.domain.fees import MEASURED
from app.text import _, language
from app.text.fee_words import missing_words, working_lines
from app.text.instalment_words import due_told, invoices_told, paid_days
from app.ui.accession.ask import Answers
from app.ui.contract.fee_parts import (
    FeePlace,
    fee_ask,
    fee_kind,
    index_kind,
    suspension_ask,
    suspension_kind,
)
from app.ui.contract.fee_tables import instalments_table, show_rows, years_table
from app.ui.contract.form import FormSection
from app.ui.contract.index_box import IndexBox
from app.ui.contract.parts import PartsBox
from app.ui.contract.place import contract_of, owner_of
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.instalments import StandingView
    from app.domain.fees import Instalment
    from app.domain.instalment_standing import Standing
    from app.store import Store


class FeesSection(FormSection):
    """Reads the schedule itself: it changes with fees, readings, indices and the term of the contract."""

    view: StandingView | None = None

    def show_contract(self, view: Any) -> None:  # noqa: ANN401 - of a contract
        """Read the schedule of the contract."""
        if self._place is None:
            self._place = FeePlace(self.desk, owner_of(view), self.refresh)
            self.build(view)
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        self.desk.tasks.query(self, self.place.read, self.show_view, lambda _error: None)  # gone: the page says so

    def build(self, view: Any) -> None:  # noqa: ANN401 - the schedule is read later
        """Lay out the parts in the order in which a clerk meets them."""
        self.fees = PartsBox(
            self.place,
            fee_kind(),
            _("Nessun canone ancora: scrivi ciò che dice l'atto, e le rate si calcolano da sole."),
            _("Aggiungi un canone"),
            fee_ask(),
            self._add_fee,
        )
        self.fees.ask.show_usual({"model": "canone_fisso", "period": "yearly"})
        self.add_heading(_("Canoni"))
        self.add_piece(self.fees)
        self._build_instalments()
        self._build_suspensions()
        self._build_indices()

    def show_view(self, view: StandingView) -> None:
        """Show what is kept; the chosen instalment stays chosen."""
        self.view = view
        for box in (self.fees, self.suspensions, self.clauses):
            box.show_view(view)
        self.years.setVisible(bool(view.years))
        show_rows(self.years, view.years)
        self._show_chips(view)
        self._show_instalments()
        self.gaps.setText(self._gap_words(view))
        self.gaps.setVisible(bool(view.gaps))
        self.indices.show_view(view)
        self.print_button.setEnabled(bool(view.fees))

    def on_changed(self, changes: Changes) -> None:
        """An index of another contract counts here too."""
        if changes.concessions and self._place is not None:
            self.refresh()

    def type_reading(self) -> None:
        """Ask what was read of the chosen instalment."""
        from app.ui.contract.fee_dialogs import ReadingDialog

        row = self.instalments.current()
        if row is None or self.view is None or row.model not in (*MEASURED, *PER_UNIT):
            return
        kept = [one for one in self.view.readings if (one.fee_id, one.period_on) == (row.fee_id, row.starts_on)]
        ReadingDialog(self.desk, self, self.view.fee(row.fee_id), row.starts_on, kept[0] if kept else None).open()

    def print_schedule(self) -> None:
        """Show the schedule as it prints."""
        from app.actions.reporting import prepare_report

        if self.view is None:
            return
        key, spoken = str(self.view.contract.id), language()
        self.desk.tasks.query(
            self,
            lambda store: prepare_report(store, "schedule", key, spoken),
            lambda draw: self.desk.window.show_preview(_("Rate del canone"), draw, _("rate-del-canone.pdf")),
        )

    def _build_instalments(self) -> None:
        self.add_heading(_("Rate"))
        self.gaps = self.add_text(role="warning")
        self.chips = Chips(name=_("Canone"))
        self.instalments = instalments_table(self._standing)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.instalments)
        self.reading_button = button(_("Scrivi la lettura…"), self.type_reading)
        self.print_button = button(_("Stampa le rate…"), self.print_schedule, icon="print")
        self._add_buttons(self.reading_button, self.print_button)
        self.working_title = Label(_("Come è calcolato"), "strong")
        self.working = Label("", wraps=True)
        self.body.addWidget(self.working_title)
        self.body.addWidget(self.working)
        self.years = years_table()
        self.body.addWidget(self.years)
        self.chips.chosen.connect(lambda _key: self._show_instalments())
        self.instalments.selected.connect(self._show_working)
        self.instalments.activated.connect(lambda _row: self.type_reading())

    def _build_suspensions(self) -> None:
        self.suspensions = PartsBox(
            self.place,
            suspension_kind(),
            _("Nessuna sospensione."),
            _("Aggiungi una sospensione"),
            suspension_ask(self.place),
            self._add_suspension,
            blamed={"fee.suspension_start_missing": "starts_on", "fee.term_reversed": "ends_on"},
        )
        self.add_heading(_("Sospensioni"))
        self.add_piece(self.suspensions)

    def _build_indices(self) -> None:
        self.add_heading(_("Adeguamento agli indici"))
        self.clauses = PartsBox(self.place, index_kind(), _("Nessun canone da adeguare."), "", {}, self._add_fee)
        self.clauses.more.hide()
        self.add_piece(self.clauses)
        self.indices = IndexBox(self.desk)
        self.body.addWidget(self.indices)

    def _add_buttons(self, *buttons: QWidget) -> None:
        area = QWidget()
        flow = FlowLayout(area, spacing=unit(8))
        for one in buttons:
            flow.addWidget(one)
        self.body.addWidget(area)

    def _show_chips(self, view: StandingView) -> None:
        chosen, keys = self.chips.current(), [str(one.id) for one in view.fees]
        self.chips.set_chips([Chip(str(one.id), one.title) for one in view.fees])
        self.chips.setVisible(len(keys) > 1)
        if keys:
            self.chips.choose(chosen if chosen in keys else keys[0])

    def _show_instalments(self) -> None:
        """Of the fee that is chosen; one instalment stays chosen while it is there."""
        found = self.view.instalments if self.view else ()
        ours = tuple(one for one in found if str(one.fee_id) == self.chips.current())
        self.instalments.setVisible(bool(ours))
        show_rows(self.instalments, ours)
        self._show_working(self.instalments.current())

    def _show_working(self, row: Instalment | None) -> None:
        is_read = row is not None and row.model in (*MEASURED, *PER_UNIT)
        self.reading_button.setVisible(is_read)
        if row is not None and is_read:
            is_count = row.model in PER_UNIT
            self.reading_button.setText(_("Cambia la quantità…") if is_count else _("Scrivi la lettura…"))
        lines = [*self._done_lines(row), *working_lines(row.working)] if row else []
        lacks = missing_words(row.missing) if row else ""
        self.working.setText("\n".join([*lines, *([lacks] if lacks else [])]))
        for widget in (self.working_title, self.working):
            widget.setVisible(bool(lines or lacks))

    def _done_lines(self, row: Instalment) -> list[str]:
        """The day where it falls on one that is none of work, the invoices and their payments."""
        standing = self._standing(row)
        paid = _("Pagata il {day}").format(day=paid_days(standing)) if standing.paid_on else ""
        return [one for one in (due_told(row, standing), invoices_told(standing), paid) if one]

    def _standing(self, row: Instalment) -> Standing:
        assert self.view is not None  # noqa: S101 - a row is of what is shown
        return self.view.standing(row)

    def _gap_words(self, view: StandingView) -> str:
        return "\n".join(f"{view.fee(fee_id).title}: {missing_words(gaps)}" for fee_id, gaps in view.gaps)

    def _add_fee(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.fees import add_fee

        return add_fee(store, contract_of(self.place.owner), **answers)

    def _add_suspension(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.fees import suspend

        told: dict[str, Any] = dict(answers)
        return suspend(store, contract_of(self.place.owner), told["starts_on"], told["ends_on"], str(told["reason"]))
