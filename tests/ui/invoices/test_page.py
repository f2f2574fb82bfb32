# SPDX-License-Identifier: EUPL-1.2
"""The list of invoices and the card of one: state, days left, checks with the way to the field, matches, steps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from app.actions.budget import show_money
from app.actions.changes import Changes
from app.actions.invoice_steps import StepFacts, record_invoice_step
from app.actions.level_penalties import decide_penalty, deduct
from app.actions.levels import type_reading
from app.domain.concessions import ContractId
from app.domain.invoice_checks import Outcome
from app.domain.invoices import Invoice, InvoiceId, InvoiceState, InvoiceStep
from app.store import Store, rows
from app.text import money
from app.text.invoice_words import check_words
from app.ui.contract.budget_line_dialog import BudgetLineDialog
from app.ui.contract.page import ContractPage
from app.ui.invoices import words
from app.ui.invoices.deeds import ContractDialog, MatchDialog, ReceivedDialog
from app.ui.invoices.page import InvoicesPage
from app.ui.invoices.refusal_dialog import RefusalDialog
from app.ui.invoices.step_dialog import StepDialog
from app.ui.widgets.pdf_versions import PdfVersions
from app.ui.widgets.pill import Pill
from tests.levels import availability
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.invoices.conftest import DELIVERED, GOOD, UNKNOWN, WRONG, chooses, does, drops, no_dialogs, seen


def entry(dialog: StepDialog | RefusalDialog | MatchDialog | ReceivedDialog, name: str) -> QLineEdit:
    assert dialog.ask is not None
    field = dialog.ask.entries[name].field.field
    assert isinstance(field, QLineEdit)
    return field


def confirm(clerk: Clerk, dialog: StepDialog | RefusalDialog | MatchDialog | ReceivedDialog | ContractDialog) -> None:
    assert dialog.ask is not None
    clerk.clicks(dialog.ask.confirm)


def take(clerk: Clerk, page: InvoicesPage, step: InvoiceStep, number: str = "") -> None:
    """One step through its dialog."""
    page.card.step_wanted.emit(step)
    clerk.waits()
    dialog = clerk.dialog(StepDialog)
    if number:
        clerk.types(number, entry(dialog, "number"))
    confirm(clerk, dialog)
    assert no_dialogs()


def take_penalty(clerk: Clerk, amount: Decimal, invoice_id: InvoiceId | None) -> None:
    """A penalty of the contract of GOOD, taken from an invoice or still to be taken."""

    def write(store: Store) -> Changes:
        with store.read() as session:
            [contract_id] = {one.contract_id for one in rows.every(session, Invoice) if one.id == GOOD}
        assert contract_id is not None
        indicator = availability(store, ContractId(contract_id), name=f"Disponibilità {amount}")
        reading, changes = type_reading(store, indicator, date(2026, 1, 1), Decimal(90))
        changes = decide_penalty(store, reading, None, amount)
        return deduct(store, reading, invoice_id) if invoice_id is not None else changes

    does(clerk, write)


def test_without_any_it_says_what_to_do(clerk: Clerk, page: InvoicesPage) -> None:
    assert clerk.sees("Ancora nessuna fattura", page)
    assert clerk.sees("anche una cartella intera", page)
    assert not page.print_button.isEnabled()


def test_the_list_says_what_does_not_fit_and_how_many_days_are_left(clerk: Clerk, full: InvoicesPage) -> None:
    model = full.table.model
    cells = {model.index(row, 0).data(): model.index(row, 3).data() for row in range(3)}
    assert cells["10/PA, Servizi Digitali Inventati S.r.l."] == "Da approvare"
    assert "non torna" in cells["9/PA, Servizi Digitali Inventati S.r.l."]
    assert cells["77 <b>&amp;</b>, Ditta <i>Nuova</i> & C."] == "Senza contratto"
    assert {model.index(row, 4).data() for row in range(3)} == {"Rifiuta: fra 7 giorni"}
    assert clerk.sees("3 fatture · 3 da esaminare", full.header)
    assert full.table.total.text() == "402,60\N{NO-BREAK SPACE}€"


def test_chips_and_search_leave_what_they_say(clerk: Clerk, full: InvoicesPage) -> None:
    clerk.types("nuova", full.search)
    clerk.presses("Return")
    assert [row.invoice.id for row in full.table.rows()] == [UNKNOWN]
    full.search.reset()
    clerk.clicks(full.chips.button("paid"))
    assert full.table.rows() == []
    assert clerk.sees("Nessuna fattura qui", full)


def test_the_card_says_each_check_in_words_with_icon(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, WRONG)
    checks = full.card.checks
    assert checks is not None
    wrong = [check for check in seen(clerk, WRONG).checks if check.outcome is Outcome.WRONG]
    shown = [pill.text() for pill in looking.seen(checks, Pill)]
    assert shown.count("Non torna") == len(wrong) >= 2
    fits = sum(check.outcome is Outcome.OK for check in seen(clerk, WRONG).checks)
    assert f"{fits} tornano" not in " ".join(clerk.reads(full.card))
    assert f"{fits} controlli che tornano" in " ".join(clerk.reads(full.card))
    told = " ".join(clerk.reads(checks))
    assert "il contratto ha" in told
    assert checks.fitting is not None
    assert not checks.fitting.is_open
    clerk.clicks(checks.fitting.head)
    assert "Torna" in [pill.text() for pill in looking.seen(checks, Pill)]
    assert "Restano 7 giorni per rifiutarla: scade lunedì 30/11/2026" in " ".join(clerk.reads(full.card))


def test_a_check_leads_to_the_field_that_settles_it(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, WRONG)
    assert full.card.checks is not None
    clerk.clicks(full.card.checks.links["cig"])
    assert isinstance(clerk.page, ContractPage)
    assert clerk.page.stack.key == "contract"
    assert clerk.focus.accessibleName() == "CIG derivato"


def test_a_proposal_says_why_and_is_confirmed_and_taken_back(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    assert full.card.matching is not None
    first = full.card.matching.proposals[0]
    assert first.text().startswith("Abbina alla rata 10/2026 (")
    assert "stesso importo" in first.text()
    clerk.clicks(first)
    assert [one.match.amount for one in seen(clerk, GOOD).matches] == [seen(clerk, GOOD).invoice.taxable]
    assert clerk.sees("Fattura abbinata alla rata")
    clerk.window.undo()
    clerk.waits()
    assert seen(clerk, GOOD).matches == ()
    assert full.card.matching.proposals


def test_a_match_is_taken_off_by_its_link(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    assert full.card.matching is not None
    clerk.clicks(full.card.matching.proposals[0])
    clerk.clicks(next(one for one in full.card.findChildren(QPushButton) if one.text() == "Togli l'abbinamento"))
    assert seen(clerk, GOOD).matches == ()


def test_an_instalment_is_chosen_by_hand_with_part_of_the_amount(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    full.card.choosing.emit()
    clerk.waits()
    dialog = clerk.dialog(MatchDialog)
    entry(dialog, "amount").clear()
    clerk.types("40.50", entry(dialog, "amount"))
    confirm(clerk, dialog)
    assert [f"{one.match.amount}" for one in seen(clerk, GOOD).matches] == ["40.50"]


def test_an_invoice_goes_all_the_way_and_every_step_is_taken_back(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    take(clerk, full, InvoiceStep.APPROVE)
    take(clerk, full, InvoiceStep.COMMIT, "120/2026")
    take(clerk, full, InvoiceStep.SETTLE, "88")
    take(clerk, full, InvoiceStep.PAY, "415")
    view = seen(clerk, GOOD)
    assert view.invoice.state is InvoiceState.PAID
    assert [(f"{one.amount}", one.number) for one in view.payments] == [("100.00", "415")]
    assert clerk.sees("Mandato 415", full.card)
    for _time in range(4):
        clerk.window.undo()
        clerk.waits()
    assert seen(clerk, GOOD).invoice.state is InvoiceState.RECEIVED
    assert seen(clerk, GOOD).payments == ()


def test_the_line_marks_where_it_stands_and_the_last_column_names_its_day(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    assert full.card.way is not None
    assert full.card.way.accessibleName().startswith("Da esaminare: in corso, Approvata: da fare")
    take(clerk, full, InvoiceStep.APPROVE)
    assert full.card.way.accessibleName().startswith("Arrivata: fatto, Approvata: in corso, Impegnata: da fare")
    chosen = next(row for row in full.table.rows() if row.invoice.id == GOOD)
    assert words.due_words(chosen, DELIVERED).startswith("Paga: ")


def test_a_refused_one_is_in_no_total(clerk: Clerk, full: InvoicesPage) -> None:
    assert full.table.total.text() == "402,60\N{NO-BREAK SPACE}€"
    told = StepFacts(cause="cig_or_cup", reason="CIG")
    does(clerk, lambda store: record_invoice_step(store, WRONG, InvoiceStep.REFUSE, store.today(), **told))
    clerk.clicks(full.chips.button("all"))
    assert full.table.total.text() == "244,00\N{NO-BREAK SPACE}€"
    assert clerk.sees("3 fatture, 1 rifiutata non sommata", full.table)
    clerk.clicks(full.chips.button("refused"))
    assert full.table.total.text() == "158,60\N{NO-BREAK SPACE}€"


def test_one_button_is_the_primary(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    assert full.import_button.property("role") == "secondary"
    does(
        clerk,
        lambda store: record_invoice_step(
            store, GOOD, InvoiceStep.REFUSE, store.today(), cause="cig_or_cup", reason="CIG"
        ),
    )
    assert full.card.view is not None
    assert not full.card.offers_step
    assert full.import_button.property("role") == "primary"


def test_the_impegno_leads_to_its_budget_line(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    take(clerk, full, InvoiceStep.APPROVE)
    take(clerk, full, InvoiceStep.COMMIT, "120/2026")
    assert clerk.sees("L'impegno 120/2026 non è nella spesa", full.card)
    full.card.line_wanted.emit()
    clerk.waits()
    dialog = clerk.dialog(BudgetLineDialog)
    texts = {name: one.text for name, one in dialog.entries.items()}
    assert (texts["year"], texts["commitment"], texts["committed_on"]) == ("2026", "120/2026", "23/11/2026")
    committed = dialog.entries["committed"].field.field
    assert isinstance(committed, QLineEdit)
    clerk.types("1464.00", committed)
    clerk.clicks(dialog.register_button)
    assert not clerk.sees("non è nella spesa", full.card)
    contract = seen(clerk, GOOD).contract
    assert contract is not None
    money = does(clerk, lambda store: show_money(store, contract_id=contract.id))
    assert [(one.commitment, f"{one.committed}") for one in money.lines] == [("120/2026", "1464.00")]


def test_the_foot_offers_the_next_step_by_its_verb(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    clerk.clicks(next(one for one in full.card.findChildren(QPushButton) if one.text() == "Approva la fattura"))
    confirm(clerk, clerk.dialog(StepDialog))
    assert any(one.text() == "Registra l'impegno" for one in looking.seen(full.card, QPushButton))


def test_what_was_just_approved_stays_in_sight_until_another_filter_is_chosen(clerk: Clerk, full: InvoicesPage) -> None:
    clerk.clicks(full.chips.button("new"))
    chooses(clerk, full, GOOD)
    clerk.clicks(full.chips.button("new"))
    take(clerk, full, InvoiceStep.APPROVE)
    clerk.waits()
    assert full.table.current().invoice.id == GOOD
    assert full.card.view is not None
    assert full.card.view.invoice.id == GOOD
    clerk.clicks(full.chips.button("new"))
    assert GOOD not in [row.invoice.id for row in full.table.rows()]


def test_each_step_tells_of_a_missing_instalment_and_what_is_paid_proposes_none(
    clerk: Clerk, full: InvoicesPage
) -> None:
    chooses(clerk, full, GOOD)
    assert full.card.matching is not None
    assert full.card.matching.proposals
    full.card.step_wanted.emit(InvoiceStep.APPROVE)
    clerk.waits()
    dialog = clerk.dialog(StepDialog)
    assert clerk.sees("Non è abbinata a nessuna rata", dialog)
    confirm(clerk, dialog)
    take(clerk, full, InvoiceStep.COMMIT, "1")
    take(clerk, full, InvoiceStep.SETTLE, "2")
    take(clerk, full, InvoiceStep.PAY, "3")
    assert full.card.matching is not None
    assert full.card.matching.proposals == []
    assert clerk.sees("È pagata e non è abbinata a nessuna rata", full.card.matching)


def test_a_wrong_one_is_approved_only_with_a_reason(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, WRONG)
    full.card.step_wanted.emit(InvoiceStep.APPROVE)
    clerk.waits()
    dialog = clerk.dialog(StepDialog)
    assert "CIG" in " ".join(clerk.reads(dialog))
    confirm(clerk, dialog)
    assert clerk.sees("La fattura non è stata approvata", dialog)
    assert dialog.ask is not None
    reason = dialog.ask.entries["reason"].field.field
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText("Il fornitore ha mandato la correzione")
    confirm(clerk, dialog)
    taken = seen(clerk, WRONG).steps[-1]
    assert "cig" in taken.overridden
    assert taken.reason == "Il fornitore ha mandato la correzione"


def test_a_number_that_is_missing_is_asked_beside_its_field(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    take(clerk, full, InvoiceStep.APPROVE)
    full.card.step_wanted.emit(InvoiceStep.COMMIT)
    clerk.waits()
    dialog = clerk.dialog(StepDialog)
    confirm(clerk, dialog)
    assert dialog.ask is not None
    assert dialog.ask.entries["number"].field.error.isVisible()
    assert seen(clerk, GOOD).invoice.state is InvoiceState.APPROVED
    dialog.reject()


def test_a_refusal_offers_the_lawful_causes_with_the_likely_one_chosen(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, WRONG)
    clerk.clicks(next(one for one in full.card.findChildren(QPushButton) if one.text() == "Rifiuta…"))
    dialog = clerk.dialog(RefusalDialog)
    assert len(dialog.causes) == 5
    assert dialog.cause == "cig_or_cup"
    assert clerk.sees("Restano 7 giorni per rifiutarla: scade lunedì 30/11/2026", dialog)
    clerk.clicks(dialog.copy)
    assert QGuiApplication.clipboard().text().startswith("Si rifiuta la fattura n. 9/PA")
    assert dialog.ask is not None
    motive = dialog.ask.entries["reason"]
    assert motive.text == next(check_words(one) for one in seen(clerk, WRONG).checks if one.code == "cig")
    dialog.causes["device_code"].click()
    assert motive.text == ""
    dialog.causes["cig_or_cup"].click()
    confirm(clerk, dialog)
    assert seen(clerk, WRONG).steps[-1].reason.startswith("Il CIG è")
    assert seen(clerk, WRONG).invoice.refusal_cause == "cig_or_cup"
    clerk.window.undo()
    clerk.waits()
    assert seen(clerk, WRONG).invoice.state is InvoiceState.RECEIVED


def test_without_a_cause_nothing_is_refused(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    full.card.step_wanted.emit(InvoiceStep.REFUSE)
    clerk.waits()
    dialog = clerk.dialog(RefusalDialog)
    assert dialog.cause == ""
    confirm(clerk, dialog)
    assert clerk.sees("cinque cause", dialog)
    assert seen(clerk, GOOD).invoice.state is InvoiceState.RECEIVED
    dialog.reject()


def test_the_day_of_delivery_is_asked_in_the_refusal_and_one_step_back_takes_both(
    clerk: Clerk, page: InvoicesPage, folder: Path
) -> None:
    drops(clerk, page, folder / "IT01234567890_00002.xml")
    page.card.step_wanted.emit(InvoiceStep.REFUSE)
    clerk.waits()
    dialog = clerk.dialog(RefusalDialog)
    confirm(clerk, dialog)
    assert dialog.ask is not None
    assert dialog.ask.entries["received_on"].field.error.isVisible()
    clerk.types("15/11/26", entry(dialog, "received_on"))
    confirm(clerk, dialog)
    refused = seen(clerk, InvoiceId(1)).invoice
    assert (refused.state, refused.received_on) == (InvoiceState.REFUSED, DELIVERED)
    clerk.window.undo()
    clerk.waits()
    assert seen(clerk, InvoiceId(1)).invoice.received_on is None


def test_a_refusal_without_a_reason_is_not_recorded(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    full.card.step_wanted.emit(InvoiceStep.REFUSE)
    clerk.waits()
    dialog = clerk.dialog(RefusalDialog)
    dialog.causes["determination"].click()
    confirm(clerk, dialog)
    assert clerk.sees("Manca il motivo del rifiuto", dialog)
    assert seen(clerk, GOOD).invoice.state is InvoiceState.RECEIVED
    dialog.reject()


def test_the_buttons_of_the_refusal_stay_in_sight_on_a_low_screen(clerk: Clerk, full: InvoicesPage) -> None:
    clerk.window.resize(1024, 560)
    clerk.waits()
    chooses(clerk, full, WRONG)
    full.card.step_wanted.emit(InvoiceStep.REFUSE)
    clerk.waits()
    dialog = clerk.dialog(RefusalDialog)
    assert dialog.ask is not None
    foot = dialog.ask.confirm.mapTo(dialog, dialog.ask.confirm.rect().bottomLeft()).y()
    assert foot < dialog.height()
    assert not dialog.ask.confirm.visibleRegion().isEmpty()
    dialog.reject()


def test_the_contract_is_chosen_where_the_invoice_does_not_tell(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, UNKNOWN)
    assert clerk.sees("Di quale contratto è?", full.card)
    full.card.contract_wanted.emit()
    clerk.waits()
    dialog = clerk.dialog(ContractDialog)
    assert dialog.ask is not None
    dialog.ask.entries["contract"].show("1")
    confirm(clerk, dialog)
    contract = seen(clerk, UNKNOWN).contract
    assert contract is not None
    assert contract.id == 1


def test_the_day_of_delivery_starts_the_clock(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    drops(clerk, page, folder / "IT01234567890_00002.xml")
    assert clerk.sees("Quando l'ha consegnata SdI?", page.card)
    page.card.received_wanted.emit()
    clerk.waits()
    dialog = clerk.dialog(ReceivedDialog)
    clerk.types("1/11/26", entry(dialog, "on"))
    confirm(clerk, dialog)
    assert clerk.sees("Il termine per rifiutarla è scaduto lunedì 16/11/2026", page.card)


def test_a_note_keeps_itself_and_leaves_the_card_alone(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    note = full.card.note
    assert note is not None
    clerk.types("Telefonare", note.editor)
    note.flush()
    clerk.waits()
    assert full.card.note is note
    assert seen(clerk, GOOD).invoice.note == "Telefonare"


def test_an_invoice_is_let_go_and_comes_back(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, GOOD)
    full.card.removal_wanted.emit()
    clerk.waits()
    assert GOOD not in [row.invoice.id for row in full.table.rows()]
    clerk.window.undo()
    clerk.waits()
    assert GOOD in [row.invoice.id for row in full.table.rows()]


def test_text_of_a_supplier_is_never_markup(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, UNKNOWN)
    assert clerk.sees("Ditta <i>Nuova</i> & C.", full.card)
    assert all(label.textFormat().name == "PlainText" for label in looking.seen(full.card, QLabel))


def test_the_list_is_printed_and_written_to_a_file(clerk: Clerk, full: InvoicesPage, tmp_path: Path) -> None:
    clerk.clicks(full.print_button)
    printed = clerk.dialog(PdfVersions)
    assert clerk.sees("Per la pubblicazione", printed)
    printed.reject()
    clerk.clicks(full.export_button)
    dialog = clerk.dialog(QFileDialog)
    target = tmp_path / "fatture.csv"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    clerk.waits()
    assert "9/PA" in target.read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("full")
def test_at_twice_the_size_no_word_of_the_card_is_cut(clerk: Clerk) -> None:
    clerk.window.set_zoom(200)
    clerk.waits()
    page = clerk.opens("invoices", str(WRONG))
    for _time in range(5):
        if not looking.cut(page):
            break
        clerk.waits()
    assert looking.cut(page) == []
    assert looking.scrolled_sideways(page) == []
    clerk.window.set_zoom(100)
    clerk.waits()


def test_penalties_are_named_where_they_bite(clerk: Clerk, full: InvoicesPage) -> None:
    take_penalty(clerk, Decimal("15.00"), GOOD)
    take_penalty(clerk, Decimal("7.00"), None)
    chooses(clerk, full, GOOD)
    told = " ".join(clerk.reads(full.card))
    assert "Penali detratte" in told
    assert money(Decimal("-15.00")) in told
    assert "Al fornitore" in told
    take(clerk, full, InvoiceStep.APPROVE)
    take(clerk, full, InvoiceStep.COMMIT, "1")
    take(clerk, full, InvoiceStep.SETTLE, "2")
    full.card.step_wanted.emit(InvoiceStep.PAY)
    clerk.waits()
    dialog = clerk.dialog(StepDialog)
    told = " ".join(clerk.reads(dialog))
    assert f"Sono già tolti {money(Decimal('15.00'))} di penali detratte." in told
    assert f"Ci sono penali da detrarre per {money(Decimal('7.00'))}." in told
    clerk.types("3", entry(dialog, "number"))
    confirm(clerk, dialog)
    assert seen(clerk, GOOD).invoice.state is InvoiceState.PAID
    assert clerk.sees(f"Restano da detrarre {money(Decimal('7.00'))} di penali, da un'altra fattura.")
    assert not clerk.sees("Penali da detrarre", full.card)
