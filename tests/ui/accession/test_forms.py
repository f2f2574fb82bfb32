# SPDX-License-Identifier: EUPL-1.2
"""Every short form keeps what is typed into it, says what it cannot keep, and is taken back by Ctrl+Z."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.accessions import CHANGED, fill_in, list_accessions, show_accession
from app.actions.drafts import give_out
from app.actions.sending import prepare_package
from app.domain.accession_states import State, Step
from app.domain.accessions import AccessionId, Choice
from app.store import Store
from app.ui.accession.entries import Entry
from app.ui.accession.forms.people import PeopleForm
from app.ui.accession.forms.sending import SendingForm
from app.ui.accession.forms.services import ServicesForm
from app.ui.accession.page import AccessionPage
from app.ui.accession.step_ask import StepAsk
from tests.accessions import open_join
from tests.sending import signed_join
from tests.ui.accession.conftest import Sit, seen
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def entry(page: AccessionPage, line: str, name: str) -> Entry:
    """A field of the form of a line."""
    for save in page.stack.panels[line].form.saves:
        if name in save.entries:
            return save.entries[name]
    raise AssertionError(name)


def typed(clerk: Clerk, page: AccessionPage, line: str, **texts: str) -> None:
    """Type into fields, and leave each."""
    for name, text in texts.items():
        field = entry(page, line, name).field.field
        assert isinstance(field, QLineEdit)
        field.selectAll()
        clerk.types(text, field)
        clerk.presses("Tab")


def step(page: AccessionPage, line: str, which: Step) -> StepAsk:
    """The fields of a step on a line."""
    return page.stack.panels[line].steps.asks[which]


def test_people_are_kept_as_they_are_typed(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    typed(new_clerk, page, "people", signer_name="Anna Neri", contact_phone="0364 1")
    accession = seen(new_clerk).accession
    assert (accession.signer_name, accession.contact_phone) == ("Anna Neri", "0364 1")
    assert new_clerk.sees("Salvato alle 09:00")
    new_clerk.presses("Ctrl+Z")
    assert seen(new_clerk).accession.signer_name == "Maria Bianchi"


def test_the_mayor_is_one_click_away(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    typed(new_clerk, page, "people", signer_name="Anna Neri")
    form = page.stack.panels["people"].form
    assert isinstance(form, PeopleForm)
    new_clerk.clicks(form.mayor)
    assert seen(new_clerk).accession.signer_name == "Maria Bianchi"
    assert not form.mayor.isVisible()


def test_a_delegate_needs_the_delegation(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("people")
    new_clerk.clicks(entry(page, "people", "signer_is_delegate").field.field)
    assert seen(new_clerk).accession.signer_is_delegate
    new_clerk.clicks(new_clerk.finds(QPushButton, "Manca il documento: Delega alla firma (se non firma il Sindaco)"))
    slot = page.stack.panels["people"].slots.boxes[0]
    assert new_clerk.focus is slot.zone.browse
    delegation = tmp_path / "delega.pdf"
    delegation.write_bytes(b"%PDF-1.4 delega")
    slot.zone.take([delegation])
    new_clerk.waits()
    assert new_clerk.sees("delega.pdf", slot)
    assert new_clerk.focus.accessibleName() == "Numero di protocollo"


def test_a_half_typed_day_stays_in_its_field_with_its_reason(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("proposal")
    typed(new_clerk, page, "proposal", on="31/2/2026", technical_opinion_on="1/9/26")
    assert new_clerk.sees("Il giorno «31/2/2026» non esiste.", page.stack)
    act = seen(new_clerk).case.act("proposal")
    assert act is not None
    assert (act.on, act.technical_opinion_on) == (None, date(2026, 9, 1))
    assert entry(page, "proposal", "on").text == "31/2/2026"
    assert new_clerk.window.desk is not None
    assert any(part.get("on") == "31/2/2026" for part in new_clerk.window.desk.typed["accession"].values())


def test_a_day_is_kept_while_it_is_typed_on_only_once_it_is_whole(new_clerk: Clerk, sit: Sit, qtbot: QtBot) -> None:
    page = sit("proposal")
    field = entry(page, "proposal", "on").field.field
    field.setFocus()
    new_clerk.types("1/12")
    qtbot.wait(1_200)  # longer than the rest of the keys after which texts are kept
    new_clerk.waits()
    assert seen(new_clerk).case.act("proposal") is None
    new_clerk.types("/2025")
    qtbot.waitUntil(lambda: seen(new_clerk).case.act("proposal") is not None, timeout=5_000)
    act = seen(new_clerk).case.act("proposal")
    assert act is not None
    assert act.on == date(2025, 12, 1)


def test_the_proposal_is_registered_and_recorded(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("proposal")
    typed(new_clerk, page, "proposal", on="1/9/26", technical_opinion_on="2/9/26", accounting_opinion_on="3/9/26")
    assert page.head.primary.text() == "Registra la proposta"
    ask = step(page, "proposal", Step.PROPOSE)
    new_clerk.clicks(page.head.primary)
    assert new_clerk.focus is ask.entries["on"].field.field
    new_clerk.presses("Return")
    assert seen(new_clerk).accession.state is State.PROPOSED
    assert new_clerk.sees("Registrato: Proposta depositata")
    assert new_clerk.sees("Proposta depositata: 23/11/2026", page.stack)
    new_clerk.presses("Ctrl+Z")
    assert seen(new_clerk).accession.state is State.DRAFT


def test_another_body_wants_its_reason(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("resolution")
    box = entry(page, "resolution", "body").field.field
    assert isinstance(box, QComboBox)
    box.setFocus()
    new_clerk.presses("Down")
    assert seen(new_clerk).accession.body == "executive"
    assert entry(page, "resolution", "body_reason").field.isVisible()
    typed(new_clerk, page, "resolution", body_reason="Accordo senza gestione associata")
    assert seen(new_clerk).accession.body_reason == "Accordo senza gestione associata"


def test_the_resolution_proposes_number_and_day_to_its_step(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("resolution", State.PROPOSED)
    typed(new_clerk, page, "resolution", number="32")
    ask = step(page, "resolution", Step.RESOLVE)
    assert (ask.entries["number"].text, ask.entries["on"].text) == ("32", "20/09/2026")
    ask.entries["number"].show("")
    new_clerk.clicks(ask.confirm)
    assert new_clerk.sees("Manca il numero.", ask)
    new_clerk.types("32", ask.entries["number"].field.field)
    new_clerk.presses("Return")
    assert seen(new_clerk).accession.state is State.RESOLVED


def test_the_day_of_a_step_is_refused_beside_its_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("resolution", State.PROPOSED)
    ask = step(page, "resolution", Step.RESOLVE)
    for text, told in (
        ("domani", "deve ancora venire"),
        ("1/1/20", "viene prima dell'ultimo passo"),
        ("", "Manca la data"),
    ):
        field = ask.entries["on"].field.field
        assert isinstance(field, QLineEdit)
        field.selectAll()
        new_clerk.presses("Backspace") if not text else new_clerk.types(text, field)
        new_clerk.clicks(ask.confirm)
        assert told in ask.entries["on"].field.error.text()
        assert new_clerk.focus is field


def test_the_days_of_the_publication_are_worked_out(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("publication", State.RESOLVED)
    typed(new_clerk, page, "publication", published_on="5/10/2026")
    assert new_clerk.sees("fino al 20/10/2026", page.stack)
    assert new_clerk.sees("Esecutiva da venerdì 16/10/2026", page.stack)


def test_a_day_of_enforceability_of_ours_waits_for_its_reason(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("publication", State.RESOLVED)
    new_clerk.opens("accession", "1:publication:enforceable_reason")
    typed(new_clerk, page, "publication", enforceable_on="20/10/2026")
    assert entry(page, "publication", "enforceable_on").field.error.isVisible()
    typed(new_clerk, page, "publication", enforceable_reason="Si conta dalla fine dei quindici giorni")
    act = seen(new_clerk).case.act("resolution")
    assert act is not None
    assert act.enforceable_on == date(2026, 10, 20)
    assert not entry(page, "publication", "enforceable_on").field.error.isVisible()


def test_the_commitment_is_an_act_of_its_own(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("commitment")
    typed(new_clerk, page, "commitment", number="15", on="1/10/26")
    act = seen(new_clerk).case.act("determination")
    assert act is not None
    assert (act.number, act.on, act.body) == ("15", date(2026, 10, 1), "manager")


def test_the_term_is_copied_from_the_agreement(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("start")
    typed(new_clerk, page, "start", starts_on="1/1/27", ends_on="31/12/26", notice_months="sei", renewal_months="12")
    assert new_clerk.sees("viene prima dell'inizio", page.stack)
    assert new_clerk.sees("«sei» non è un numero intero", page.stack)
    accession = seen(new_clerk).accession
    assert (accession.starts_on, accession.ends_on, accession.renewal_months) == (date(2027, 1, 1), None, 12)
    typed(new_clerk, page, "start", ends_on="31/12/36", notice_months="6")
    accession = seen(new_clerk).accession
    assert (accession.ends_on, accession.notice_months) == (date(2036, 12, 31), 6)


def services(page: AccessionPage) -> ServicesForm:
    """The form of the services."""
    form = page.stack.panels["services"].form
    assert isinstance(form, ServicesForm)
    return form


def test_a_service_is_found_and_added_by_the_keyboard(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("services")
    form = services(page)
    new_clerk.types("pagopa", form.search.field)
    new_clerk.presses("Return")
    new_clerk.waits()
    assert any(service.code.startswith("PAB") for service in seen(new_clerk).case.requested)
    assert new_clerk.sees("Aggiunto: PAB-")
    new_clerk.presses("Ctrl+Z")
    assert not any(service.code.startswith("PAB") for service in seen(new_clerk).case.requested)


def test_codes_and_costs_are_kept_with_their_act(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("services")
    box = services(page).boxes["BAS-05"]
    assert page.stack.focus_field("BAS-05:quantity")
    new_clerk.types("12")
    for name, text in (("cup", "j41f22 000020006"), ("once", "1234.50")):
        new_clerk.types(text, box.entries[name].field.field)
        new_clerk.presses("Tab")
    assert new_clerk.sees("vuole l'atto da cui viene", page.stack)
    new_clerk.types("Determina 15/2026", box.entries["cost_source"].field.field)
    new_clerk.presses("Tab")
    service = next(one for one in seen(new_clerk).case.requested if one.code == "BAS-05")
    assert (service.quantity, service.cup, service.once) == (12, "J41F22000020006", Decimal("1234.50"))
    assert new_clerk.sees("1.234,50\N{NO-BREAK SPACE}€", page.stack)


def test_a_service_is_taken_out_and_what_needs_it_asks_for_it(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("services", codes=("PAB-01",))
    form = services(page)
    needed = next(code for code in form.boxes if code != "PAB-01")
    form.boxes[needed].expander.open()
    new_clerk.clicks(form.boxes[needed].drop)
    assert form.needs
    assert new_clerk.sees("Serve prima un altro servizio", page.stack)
    need = form.needs[0]
    new_clerk.clicks(need.without)
    new_clerk.presses("Return")
    assert new_clerk.sees("serve il motivo", need)
    new_clerk.types("Lo dà la Provincia", need.decline.entries["reason"].field.field)
    new_clerk.presses("Return")
    services_now = {one.code: one for one in seen(new_clerk).case.services}
    assert (services_now[needed].choice, services_now[needed].reason) == (Choice.DECLINED, "Lo dà la Provincia")
    assert not form.needs
    box = form.boxes[needed]
    box.expander.open()
    new_clerk.clicks(box.ask)
    assert {one.code: one.choice for one in seen(new_clerk).case.services}[needed] is Choice.REQUESTED


def test_the_answers_of_the_centre_are_chosen_from_what_is_open(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("outcome", State.UNDER_REVIEW)
    box = page.stack.panels["outcome"].steps
    assert box.which.isVisible()
    box.which.set_text(Step.ASK_ADDITIONS.value)
    box.which.box.activated.emit(0)
    new_clerk.waits()
    ask = box.asks[Step.ASK_ADDITIONS]
    assert ask.isVisible()
    new_clerk.clicks(ask.confirm)
    assert new_clerk.sees("Manca il motivo.", ask)
    new_clerk.types("Manca il visto", ask.entries["reason"].field.field)
    new_clerk.types("10/12/26", ask.entries["answer_by"].field.field)
    new_clerk.clicks(ask.confirm)
    view = seen(new_clerk)
    assert view.accession.state is State.ADDITIONS
    assert view.case.steps[-1].answer_by == date(2026, 12, 10)
    assert new_clerk.sees("entro giovedì 10/12/2026, fra 17 giorni", page.stack)


def test_what_was_typed_into_a_step_is_there_when_one_comes_back(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("sending", State.SIGNED)
    ask = step(page, "sending", Step.SEND)
    new_clerk.types("4512/2026", ask.entries["number"].field.field)
    new_clerk.opens("accession", "1:people")
    new_clerk.opens("catalogue")
    new_clerk.window.pages.forget(keeps_way=True)
    again = new_clerk.opens("accession", "1:sending")
    assert isinstance(again, AccessionPage)
    assert step(again, "sending", Step.SEND).entries["number"].text == "4512/2026"


def test_a_file_dropped_anywhere_goes_to_the_line(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("resolution")
    act = tmp_path / "delibera.pdf"
    act.write_bytes(b"%PDF-1.4 delibera")
    page.stack.add_files([act])
    new_clerk.waits()
    assert [one.name for one in seen(new_clerk).case.documents_of("resolution")] == ["delibera.pdf"]
    new_clerk.opens("accession", "1:services")
    page.stack.add_files([act])
    assert new_clerk.sees("Questa riga non chiede documenti")


def test_a_funded_service_offers_its_cup(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder)
    clerk.window.tasks.act(clerk.window, _ask_for_pagopa)
    clerk.waits()
    number = max(clerk_accessions(clerk))
    page = clerk.opens("accession", f"{number}:services:PAB-01")
    assert isinstance(page, AccessionPage)
    assert clerk.sees("Risulta già finanziato", page.stack)
    clerk.clicks(clerk.finds(QPushButton, "Usa questo CUP"))
    service = next(one for one in seen(clerk, number).case.requested if one.code == "PAB-01")
    assert service.cup == "J91F22000000016"
    assert not clerk.sees("Usa questo CUP", page.stack)


def _ask_for_pagopa(store: Store) -> object:
    open_join(store, ("PAB-01",))
    return CHANGED


def clerk_accessions(clerk: Clerk) -> list[int]:
    """The numbers of all procedures."""
    found: list[list[int]] = []
    clerk.window.tasks.query(clerk.window, lambda store: [int(one.id) for one in list_accessions(store)], found.append)
    clerk.waits()
    return found[0]


def test_a_draft_is_given_out_and_saved(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("proposal")
    slot = page.stack.panels["proposal"].slots.boxes[0]
    assert slot.make is not None
    menu = slot.make.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    new_clerk.waits()
    dialog = new_clerk.dialog(QFileDialog)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    target = tmp_path / "proposta.odt"
    name.setText(str(target))
    dialog.accept()
    new_clerk.waits()
    assert target.read_bytes()[:2] == b"PK"
    assert new_clerk.sees("Generato da qui", slot)
    assert "parti sono da completare" in slot.unsaid.text()
    row = next(iter(slot.rows.values()))
    new_clerk.clicks(row.remove)
    assert not seen(new_clerk).case.documents_of("proposal")
    assert not slot.unsaid.isVisible()


def test_the_gaps_of_a_file_to_be_signed_are_told_and_lead_to_their_fields(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("signature", State.ENFORCEABLE)
    new_clerk.window.tasks.act(new_clerk.window, _give_out_with_signs)
    new_clerk.waits()
    slot = page.stack.panels["signature"].slots.boxes[0]
    assert slot.unsaid.isVisible()
    assert "codice fiscale di chi firma" in slot.unsaid.text()
    assert "1 carattere non si può stampare" in slot.unsaid.text()
    page.go("checks", "")
    links = [link for link in page.stack.checks.links if "La domanda generata lascia vuot" in link.text()]
    new_clerk.clicks(next(link for link in links if "forme di consultazione" in link.text()))
    assert page.stack.key == "proposal"
    page.go("checks", "")
    new_clerk.clicks(next(link for link in page.stack.checks.links if "codice fiscale del comune" in link.text()))
    assert new_clerk.page.__class__.__name__ == "SettingsPage"


def _give_out_with_signs(store: Store) -> object:
    accession = list_accessions(store)[0]
    fill_in(store, accession.id, accession.version, purpose="Servizi \U0001f600")
    return give_out(store, accession.id, "domanda_adesione", "pdf")


def test_sending_though_a_check_says_no_wants_a_reason(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("sending", State.SIGNED)
    form = page.stack.panels["sending"].form
    assert isinstance(form, SendingForm)
    assert not form.aside_box.isVisible()
    new_clerk.window.tasks.act(new_clerk.window, _forget_the_signer)
    new_clerk.waits()
    assert form.aside_box.isVisible()
    form.aside_box.expander.open()
    tick = form.aside_box.ticks["signer.none"]
    new_clerk.clicks(tick, QPoint(12, tick.height() // 2))
    ask = step(page, "sending", Step.SEND)
    new_clerk.types("4512", ask.entries["number"].field.field)
    new_clerk.clicks(ask.confirm)
    assert "solo con un motivo" in ask.trouble.text()
    new_clerk.types("Lo firma domani", form.aside_box.reason.field.field)
    new_clerk.clicks(ask.confirm)
    view = seen(new_clerk)
    assert view.accession.state is State.SENT
    assert (view.case.steps[-1].overridden, view.case.steps[-1].reason) == (("signer.none",), "Lo firma domani")


def _forget_the_signer(store: Store) -> object:
    accession = show_accession(store, AccessionId(1)).accession
    return fill_in(store, accession.id, accession.version, signer_name="")


def test_the_services_of_a_signed_request_are_only_read(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("services:BAS-05:quantity", State.SIGNED)
    form = page.stack.panels["services"].form
    assert isinstance(form, ServicesForm)
    quantity = form.boxes["BAS-05"].entries["quantity"].field.field
    assert isinstance(quantity, QLineEdit)
    assert quantity.isReadOnly()
    assert not form.search.isVisible()
    assert not form.boxes["BAS-05"].drop.isVisible()
    assert new_clerk.sees("La domanda è già firmata con questi servizi", form)
    note = form.boxes["BAS-05"].entries["note"].field.field
    new_clerk.types("chiedere il preventivo", note)
    form.flush()
    new_clerk.waits()
    kept = {one.code: one.note for one in seen(new_clerk).case.services}
    assert kept["BAS-05"] == "chiedere il preventivo"


def test_a_form_is_no_wider_for_long_names(sit: Sit) -> None:
    page = sit("proposal")
    form = page.stack.panels["proposal"].form
    before = form.minimumSizeHint().width()
    for one in form.saves[0].entries.values():
        one.field.label.setText("A name that is as long as those of another language may well be")
    form.body.invalidate()
    assert form.minimumSizeHint().width() <= before


def _package(store: Store) -> object:
    prepare_package(store, signed_join(store))
    return CHANGED


def _call_another(store: Store) -> object:
    accession = list_accessions(store)[0]
    fill_in(store, accession.id, accession.version, contact_phone="0364 1")
    return CHANGED


def test_a_package_that_says_something_else_by_now_is_told(new_clerk: Clerk) -> None:
    new_clerk.window.tasks.act(new_clerk.window, _package)
    page = new_clerk.opens("accession", "1:sending")
    assert isinstance(page, AccessionPage)
    form = page.stack.panels["sending"].form
    assert isinstance(form, SendingForm)
    assert form.package.keep.isVisible()
    assert not form.package.old.isVisible()
    new_clerk.window.tasks.act(new_clerk.window, _call_another)
    new_clerk.waits()
    assert form.package.old.isVisible()
