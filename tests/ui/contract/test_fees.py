# SPDX-License-Identifier: EUPL-1.2
"""Canone: fees are added and corrected in place; instalments say how they were reckoned; readings, indices, print."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from app.actions.changes import Changes
from app.actions.fees import ScheduleView, add_fee, show_schedule
from app.actions.invoices import match
from app.actions.payments import pay
from app.domain.concessions import ContractId
from app.domain.contract_states import ContractState
from app.store import Store
from app.ui.contract.fee_dialogs import IndexDialog, ReadingDialog
from app.ui.contract.parts import PartRow
from app.ui.contract.sections.fees import FeesSection
from app.ui.widgets.pdf_preview import PdfPreview
from tests.concessions_money import add_invoice
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit

_TERM = {"starts_on": date(2027, 1, 1), "ends_on": date(2028, 12, 31)}


def fees(sit: Sit) -> FeesSection:
    section = sit("fees", ContractState.REQUESTED, **_TERM).stack.panels["fees"].section
    assert isinstance(section, FeesSection)
    return section


def kept(clerk: Clerk) -> ScheduleView:
    found: list[ScheduleView] = []
    clerk.window.tasks.query(clerk.window, lambda store: show_schedule(store, ContractId(1)), found.append)
    clerk.waits()
    return found[0]


def fill(clerk: Clerk, row: PartRow, name: str, text: str) -> None:
    field = row.entries[name].field.field
    assert isinstance(field, QLineEdit)
    field.clear()
    clerk.types(text, into=field)
    clerk.presses("Tab")


def add(clerk: Clerk, section: FeesSection, model: str, period: str) -> PartRow:
    box = section.fees
    clerk.clicks(box.more)
    box.ask.entries["model"].show(model)
    box.ask.entries["period"].show(period)
    clerk.clicks(box.ask.confirm)
    return list(box.rows.values())[-1]


def test_a_fee_is_added_filled_in_and_its_instalments_appear(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)
    assert new_clerk.sees("scrivi ciò che dice l'atto", section)
    assert not section.print_button.isEnabled()
    row = add(new_clerk, section, "canone_fisso", "quarterly")
    assert row.head.is_open
    assert new_clerk.sees("importo da inserire", section)
    assert "percent" not in row.entries
    fill(new_clerk, row, "amount", "1.000,00")
    fill(new_clerk, row, "vat_rate", "22")
    fill(new_clerk, row, "due_days", "30")
    assert new_clerk.sees("1.000,00\N{NO-BREAK SPACE}€ all'anno", section)
    rows = section.instalments.rows()
    assert [str(one.gross) for one in rows] == ["305.00"] * 8
    assert rows[0].due_on == date(2027, 4, 30)
    assert "1.000,00\N{NO-BREAK SPACE}€ × 3/12 = 250,00\N{NO-BREAK SPACE}€" in section.working.text()
    assert [str(one.gross) for one in section.years.rows()] == ["1220.00", "1220.00"]
    assert section.chips.isHidden()
    new_clerk.clicks(row.remove)
    assert not kept(new_clerk).fees
    new_clerk.window.undo()
    new_clerk.waits()
    assert [str(one.gross) for one in section.instalments.rows()] == ["305.00"] * 8


def test_a_figure_keeps_its_decimals_and_what_is_no_number_is_said_beside_it(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)
    row = add(new_clerk, section, "consumo", "yearly")
    fill(new_clerk, row, "unit_price", "0,0375")
    assert row.entries["unit_price"].text == "0,0375"
    assert kept(new_clerk).fees[0].unit_price == Decimal("0.0375")
    fill(new_clerk, row, "unit_price", "1.234")
    assert row.entries["unit_price"].field.error.isVisible()
    assert kept(new_clerk).fees[0].unit_price == Decimal("0.0375")


def test_a_reading_is_typed_for_the_chosen_instalment_and_undone(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)
    row = add(new_clerk, section, "transazione", "yearly")
    fill(new_clerk, row, "unit_price", "0,15")
    assert new_clerk.sees("Manca la lettura del periodo", section)
    new_clerk.clicks(section.reading_button)
    dialog = new_clerk.dialog(ReadingDialog)
    new_clerk.types("1203", into=dialog.entries["quantity"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert str(section.instalments.rows()[0].net) == "180.45"
    assert "1.203 × 0,15\N{NO-BREAK SPACE}€ = 180,45\N{NO-BREAK SPACE}€" in section.working.text()
    new_clerk.clicks(section.reading_button)
    again = new_clerk.dialog(ReadingDialog)
    assert again.entries["quantity"].text == "1203"
    new_clerk.clicks(again.register_button)
    assert str(section.instalments.rows()[0].net) == "180.45"
    new_clerk.window.undo()
    new_clerk.window.undo()
    new_clerk.waits()
    assert section.instalments.rows()[0].net is None


def test_the_quantity_changes_from_a_day_that_is_asked(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)
    row = add(new_clerk, section, "quota_postazione", "yearly")
    fill(new_clerk, row, "unit_price", "48")
    fill(new_clerk, row, "quantity", "10")
    assert section.reading_button.text() == "Cambia la quantità…"
    new_clerk.clicks(section.reading_button)
    dialog = new_clerk.dialog(ReadingDialog)
    dialog.entries["on"].show("01/01/2028")
    new_clerk.types("13", into=dialog.entries["quantity"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert [str(one.net) for one in section.instalments.rows()] == ["480.00", "624.00"]


def test_a_clause_an_index_and_a_table_of_indices(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    section = fees(sit)
    row = add(new_clerk, section, "canone_fisso", "yearly")
    fill(new_clerk, row, "amount", "1000")
    assert section.indices.isHidden()
    clause = next(iter(section.clauses.rows.values()))
    clause.focus()
    for name, text in (
        ("index_name", "FOI"),
        ("index_base", "15/12/2026"),
        ("index_first_on", "1/1/2028"),
        ("index_lag", "0"),
    ):
        fill(new_clerk, clause, name, text)
    assert not section.indices.isHidden()
    assert kept(new_clerk).fees[0].index_base == date(2026, 12, 1)
    new_clerk.clicks(section.indices.add_button)
    dialog = new_clerk.dialog(IndexDialog)
    new_clerk.types("12/2026", into=dialog.entries["month"].field.field)
    new_clerk.types("100,0", into=dialog.entries["value"].field.field)
    new_clerk.types("2015", into=dialog.entries["base"].field.field)
    new_clerk.clicks(dialog.register_button)
    table = tmp_path / "foi.csv"
    table.write_text("nome;mese;valore;base\nFOI;01/2028;105;2015\nFOI;99/2028;1;2015\n", encoding="utf-8")
    section.indices.take(table)
    new_clerk.waits()
    assert [str(one.net) for one in section.instalments.rows()] == ["1000.00", "1050.00"]
    assert "Riga 3: «99/2028» non è un mese" in section.indices.left_out.text()
    section.indices.correct(section.indices.table.rows()[0])
    new_clerk.waits()
    again = new_clerk.dialog(IndexDialog)
    assert again.entries["value"].text == "100,0"
    value = next(one for one in section.indices.table.model.columns if one.key == "value")
    assert [value.text(one) for one in section.indices.table.rows()] == ["100,0", "105"]
    section.instalments.select(lambda row: row.starts_on.year == 2028)
    assert "105 / 100,0" in section.working.text()
    new_clerk.clicks(again.remove_button)
    assert len(section.indices.table.rows()) == 1


def test_a_suspension_and_the_print(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)
    row = add(new_clerk, section, "canone_fisso", "monthly")
    fill(new_clerk, row, "amount", "1200")
    box = section.suspensions
    new_clerk.clicks(box.more)
    new_clerk.clicks(box.ask.confirm)
    assert new_clerk.sees("Manca l'inizio della sospensione", box)
    new_clerk.types("1/2/2027", into=box.ask.entries["starts_on"].field.field)
    new_clerk.types("28/2/2027", into=box.ask.entries["ends_on"].field.field)
    new_clerk.clicks(box.ask.confirm)
    assert [str(one.net) for one in section.instalments.rows()[:3]] == ["100.00", "0.00", "100.00"]
    new_clerk.clicks(section.print_button)
    preview = new_clerk.dialog(PdfPreview)
    new_clerk.waits()
    preview.close()


def test_an_instalment_tells_its_invoice_its_payment_and_a_sunday(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)

    def bill(store: Store) -> Changes:
        terms = {"amount": Decimal(4000), "vat_rate": Decimal(22), "period": "quarterly", "due_days": 0}
        fee_id, _changes = add_fee(store, ContractId(1), **terms)
        number = add_invoice(store, ContractId(1), "1220.00", date(2027, 4, 2))
        match(store, number, [(fee_id, date(2027, 1, 1), Decimal(1000))])
        pay(store, on=date(2027, 4, 20), amount=Decimal(1000), contract_id=ContractId(1), invoice_id=number)
        return Changes.all()

    new_clerk.window.tasks.act(new_clerk.window, bill)
    new_clerk.waits()
    model = section.instalments.model
    told = {one.key: [one.text(row) for row in section.instalments.rows()[:4]] for one in model.columns}
    assert told["state"] == ["Pagata il 20/04/2027", "Da fatturare", "Da fatturare", "Da fatturare"]
    assert told["invoices"] == ["7/A", "\N{EM DASH}", "\N{EM DASH}", "\N{EM DASH}"]
    assert told["due_on"] == ["mer 31/03/2027", "mer 30/06/2027", "gio 30/09/2027", "ven 31/12/2027"]
    assert "Fattura 7/A: 1.000,00" in section.working.text()
    assert "Pagata il 20/04/2027" in section.working.text()
    fill(new_clerk, next(iter(section.fees.rows.values())), "due_days", "4")
    assert "Scade domenica 4 aprile, quindi lunedì 5 aprile 2027" in section.working.text()


def test_the_base_month_is_typed_as_a_month_or_as_one_of_its_days(new_clerk: Clerk, sit: Sit) -> None:
    section = fees(sit)
    add(new_clerk, section, "canone_fisso", "yearly")
    [clause] = section.clauses.rows.values()
    for text, month in (("10/2026", 10), ("15/11/2026", 11), ("dicembre 2026", 12)):
        fill(new_clerk, clause, "index_base", text)
        assert kept(new_clerk).fees[0].index_base == date(2026, month, 1)
        assert clause.entries["index_base"].text == f"{month}/2026"
    fill(new_clerk, clause, "index_base", "13/2026")
    assert "13/2026" in clause.entries["index_base"].field.error.text()
    assert kept(new_clerk).fees[0].index_base == date(2026, 12, 1)
