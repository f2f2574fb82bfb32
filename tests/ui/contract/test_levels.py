# SPDX-License-Identifier: EUPL-1.2
"""Service levels before the clerk: promised, read, imported, contested, decided, deducted, and each way back."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.actions.changes import Changes
from app.actions.level_penalties import contest
from app.actions.levels import type_reading
from app.actions.municipality import correct_office, show_office
from app.domain.concessions import ContractId
from app.domain.contract_states import ContractState
from app.domain.level_stages import Stage
from app.store import Store
from app.ui.contract.level_card import STEPS, steps_of
from app.ui.contract.level_contest_dialog import ContestDialog
from app.ui.contract.level_dialogs import IndicatorDialog, ReadingDialog
from app.ui.contract.level_import_dialog import LevelImportDialog
from app.ui.contract.level_step_dialogs import DecideDialog, DeductDialog, ReplyDialog
from app.ui.contract.sections.levels import LevelsSection
from app.ui.settings.page import SettingsPage
from app.ui.widgets.pdf_preview import PdfPreview
from tests.levels import add_invoice, availability
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit, seen

CONTRACT = ContractId(1)


def levels_of(page: object) -> LevelsSection:
    section = page.stack.panels["levels"].section  # type: ignore[attr-defined] # a page of parts
    assert isinstance(section, LevelsSection)
    return section


@pytest.fixture
def section(new_clerk: Clerk, sit: Sit) -> LevelsSection:
    """A running contract with availability by months and a breach in April."""
    page = sit("levels", ContractState.ACTIVE)

    def fill(store: Store) -> Changes:
        indicator = availability(store, CONTRACT, cap_amount=Decimal("1000.00"))
        type_reading(store, indicator, date(2026, 3, 1), Decimal("99.9"), "Rapporto")
        type_reading(store, indicator, date(2026, 4, 1), Decimal("98.4"))
        add_invoice(store, CONTRACT)
        return Changes.all()

    new_clerk.window.tasks.act(new_clerk.window, fill)
    new_clerk.waits()
    return levels_of(page)


def choose(section: LevelsSection, month: int) -> None:
    assert section.table.select(lambda row: row.starts_on == date(2026, month, 1))


def stage(section: LevelsSection, month: int) -> Stage:
    assert section.year is not None
    return next(one.stage for one in section.year.periods if one.starts_on.month == month)


def test_an_empty_contract_asks_for_its_first_indicator(new_clerk: Clerk, sit: Sit) -> None:
    section = levels_of(sit("levels", ContractState.ACTIVE))
    assert new_clerk.sees("Ancora nessun livello di servizio", section)
    section.add_indicator()
    new_clerk.waits()
    dialog = new_clerk.dialog(IndicatorDialog)
    assert not dialog.entries["penalty_amount"].field.isVisible()
    new_clerk.clicks(dialog.register_button)
    assert "Manca il nome" in dialog.entries["name"].field.error.text() or dialog.trouble.isVisible()
    new_clerk.types("Disponibilità", into=dialog.entries["name"].field.field)
    new_clerk.types("99.5", into=dialog.entries["target"].field.field)
    dialog.entries["penalty_rule"].show("per_step")
    new_clerk.waits()
    new_clerk.types("100", into=dialog.entries["penalty_amount"].field.field)
    new_clerk.types("0,5", into=dialog.entries["penalty_step"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert section.year is not None
    (one,) = section.year.indicators
    assert (one.indicator.target, one.indicator.penalty_amount) == (Decimal("99.5"), Decimal("100.00"))
    assert new_clerk.sees("almeno 99,5", section)


def test_the_year_says_what_was_kept_and_what_is_next(new_clerk: Clerk, section: LevelsSection) -> None:
    assert section.totals.text().startswith("2 letture su 8 · 1 mancanza · penali 300,00")
    assert section.doubt.isVisibleTo(section)
    assert new_clerk.sees("Rispettato: 1 \N{MIDDLE DOT} Da contestare: 1", section.boxes)
    assert new_clerk.sees("1 mancanza da contestare", section)
    choose(section, 4)
    assert new_clerk.sees("3 scaglioni", section.card)
    assert section.card.buttons["contest"].isVisibleTo(section.card)
    assert not section.card.buttons["reply"].isVisibleTo(section.card)


def test_a_reading_is_registered_corrected_and_taken_out(new_clerk: Clerk, section: LevelsSection) -> None:
    section.read()
    new_clerk.waits()
    dialog = new_clerk.dialog(ReadingDialog)
    new_clerk.types("1.234", into=dialog.entries["value"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert "può valere" in " ".join(new_clerk.reads(dialog))
    dialog.entries["value"].show("99,7")
    new_clerk.clicks(dialog.register_button)
    assert stage(section, 5) is Stage.MET
    choose(section, 5)
    new_clerk.clicks(section.card.buttons["correct"])
    new_clerk.clicks(new_clerk.dialog(ReadingDialog).remove_button)
    assert stage(section, 5) is Stage.TO_READ
    new_clerk.window.undo()
    new_clerk.waits()
    assert stage(section, 5) is Stage.MET


def test_a_breach_is_contested_answered_and_deducted(new_clerk: Clerk, section: LevelsSection, tmp_path: Path) -> None:
    section.contest()
    new_clerk.waits()
    dialog = new_clerk.dialog(ContestDialog)
    assert len(dialog.chosen) == 1
    assert new_clerk.sees("Manca il codice fiscale del comune", dialog)
    new_clerk.types("10/12/2026", into=dialog.entries["reply_by"].field.field)
    new_clerk.clicks(dialog.letters["pdf"])
    target = tmp_path / "lettera.pdf"
    asked = new_clerk.dialog(QFileDialog)
    asked.fileSelected.emit(str(target))
    asked.close()
    new_clerk.waits()
    assert target.read_bytes().startswith(b"%PDF")
    new_clerk.types("20/11/2026", into=dialog.entries["on"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert stage(section, 4) is Stage.CONTESTED
    choose(section, 4)
    new_clerk.clicks(section.card.buttons["reply"])
    reply = new_clerk.dialog(ReplyDialog)
    new_clerk.types("21/11/2026", into=reply.entries["on"].field.field)
    new_clerk.clicks(reply.register_button)
    assert stage(section, 4) is Stage.TO_DECIDE
    choose(section, 4)
    new_clerk.clicks(section.card.buttons["deduct"])
    deduct = new_clerk.dialog(DeductDialog)
    new_clerk.clicks(deduct.register_button)
    assert stage(section, 4) is Stage.DEDUCTED
    choose(section, 4)
    assert new_clerk.sees("dalla fattura 12/PA", section.card)
    new_clerk.clicks(section.card.buttons["take_back_deduct"])
    assert stage(section, 4) is Stage.TO_DECIDE


def test_a_penalty_is_decided_or_waived(new_clerk: Clerk, section: LevelsSection) -> None:
    choose(section, 4)
    new_clerk.clicks(section.card.buttons["decide"])
    dialog = new_clerk.dialog(DecideDialog)
    new_clerk.types("2000", into=dialog.entries["penalty"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert new_clerk.sees("supera il tetto", dialog)
    dialog.entries["penalty"].show("")
    new_clerk.types("Lavori concordati", into=dialog.entries["reason"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert stage(section, 4) is Stage.WAIVED
    choose(section, 4)
    new_clerk.clicks(section.card.buttons["take_up"])
    assert stage(section, 4) is Stage.TO_CONTEST


def test_a_table_is_looked_at_and_imported(new_clerk: Clerk, section: LevelsSection, tmp_path: Path) -> None:
    file = tmp_path / "letture.csv"
    file.write_text("Periodo;Valore\n05/2026;99,8\npoi;3\n", encoding="utf-8")
    assert section.take_files([file])
    new_clerk.waits()
    dialog = new_clerk.dialog(LevelImportDialog)
    assert new_clerk.sees("1 riga si salta", dialog)
    new_clerk.clicks(dialog.import_button)
    assert stage(section, 5) is Stage.MET
    assert not section.take_files([tmp_path / "foto.png"])


def test_another_year_is_looked_at(new_clerk: Clerk, section: LevelsSection) -> None:
    def fill(store: Store) -> Changes:
        availability(store, CONTRACT, name="Avvio", period="yearly")
        return Changes.all()

    new_clerk.window.tasks.act(new_clerk.window, fill)
    new_clerk.waits()
    assert section.year is not None
    assert len(section.year.indicators) == 2
    assert section.years.current() == "2026"
    section.show_year(2027)
    new_clerk.waits()
    assert [one.starts_on.year for one in section.year.periods] == [2027] * 13


def test_each_step_has_its_button(section: LevelsSection) -> None:
    assert tuple(section.card.buttons) == STEPS
    assert section.year is not None
    assert {step for row in section.year.periods for step in steps_of(row)} <= set(STEPS)


def test_the_year_is_printed(new_clerk: Clerk, section: LevelsSection) -> None:
    section.print_year()
    new_clerk.waits()
    preview = new_clerk.dialog(PdfPreview)
    assert preview.windowTitle() == "Livelli di servizio"
    assert new_clerk.sees("Per la pubblicazione", preview)
    preview.reject()
    new_clerk.waits()


def test_what_cannot_be_deducted_yet_says_why(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("levels", ContractState.ACTIVE)

    def fill(store: Store) -> Changes:
        reading, _changes = type_reading(store, availability(store, CONTRACT), date(2026, 4, 1), Decimal("98.4"))
        return contest(store, (reading,), date(2026, 5, 1))

    new_clerk.window.tasks.act(new_clerk.window, fill)
    new_clerk.waits()
    section = levels_of(page)
    choose(section, 4)
    new_clerk.clicks(section.card.buttons["deduct"])
    assert new_clerk.sees("non ha fatture da pagare")


def _write_fiscal_code(store: Store) -> Changes:
    return correct_office(store, show_office(store).version, fiscal_code="80003690166")


def test_the_fiscal_code_of_the_comune_is_a_step_away_from_the_letter(new_clerk: Clerk, section: LevelsSection) -> None:
    section.contest()
    new_clerk.waits()
    dialog = new_clerk.dialog(ContestDialog)
    new_clerk.types("10/12/2026", into=dialog.entries["reply_by"].field.field)
    new_clerk.clicks(dialog.office_link)
    assert isinstance(new_clerk.page, SettingsPage)
    new_clerk.window.tasks.act(new_clerk.window, _write_fiscal_code)
    new_clerk.waits()
    new_clerk.opens("contract", "1:levels")
    section.contest()
    new_clerk.waits()
    again = new_clerk.dialog(ContestDialog)
    assert not again.office_link.isVisible()
    assert again.entries["reply_by"].text == "10/12/2026"


def test_a_breach_is_among_the_warnings_until_it_is_contested(new_clerk: Clerk, section: LevelsSection) -> None:
    assert "levels.to_contest" in [one.code for one in seen(new_clerk).warnings]
    reading = next(one.reading.id for one in section.year.periods if one.stage is Stage.TO_CONTEST)  # type: ignore[union-attr] # a breach was read
    new_clerk.window.tasks.act(new_clerk.window, lambda store: contest(store, (reading,), date(2026, 11, 20)))
    new_clerk.waits()
    assert "levels.to_contest" not in [one.code for one in seen(new_clerk).warnings]
