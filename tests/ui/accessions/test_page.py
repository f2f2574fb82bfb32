# SPDX-License-Identifier: EUPL-1.2
"""A clerk looks at the procedures, narrows the list, prints it, writes it to a file, lets go of a draft."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from app.actions.accession_opening import open_accession
from app.actions.accessions import CHANGED, fill_in, show_accession
from app.domain.accession_states import Kind, State
from app.domain.accessions import AccessionId
from app.store import Store
from app.ui.accession.page import AccessionPage
from app.ui.accessions.page import AccessionsPage
from app.ui.widgets.pdf_preview import PdfPreview
from tests.accessions import carry, open_join
from tests.ui.clerk import Clerk


def _fill(store: Store) -> object:
    """A draft, one on its way and a membership."""
    for centre, state in (("CIT-BRESCIA", State.DRAFT), ("CST-LECCO", State.SENT), ("CST-LECCE", State.ACTIVE)):
        accession_id = open_join(store, centre=centre)
        if state is not State.DRAFT:
            carry(store, accession_id, state)
    return CHANGED


@pytest.fixture
def page(new_clerk: Clerk) -> AccessionsPage:
    """The list with three procedures."""
    new_clerk.window.tasks.act(new_clerk.window, _fill)
    page = new_clerk.opens("accessions")
    assert isinstance(page, AccessionsPage)
    return page


def test_without_any_it_says_what_to_do(new_clerk: Clerk) -> None:
    page = new_clerk.opens("accessions")
    assert new_clerk.sees("Ancora nessuna adesione", page)
    assert new_clerk.sees("Guarda i centri di aggregazione", page)


def test_the_list_says_state_and_progress_in_words(new_clerk: Clerk, page: AccessionsPage) -> None:
    assert [row.accession.state for row in page.table.rows()] == [State.SENT, State.DRAFT, State.ACTIVE]
    assert new_clerk.sees("2 in corso · 1 attiva", page.header)
    model = page.table.model
    assert model.index(0, 1).data() == "Inviata"
    assert " di " in model.index(0, 2).data()


def test_the_chips_part_them(new_clerk: Clerk, page: AccessionsPage) -> None:
    for key, count in (("open", 2), ("active", 1), ("all", 3)):
        new_clerk.clicks(page.chips.button(key))
        assert len(page.table.rows()) == count
    new_clerk.clicks(page.chips.button("ended"))
    assert new_clerk.sees("Nessuna pratica qui", page)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Mostra tutte"))
    assert len(page.table.rows()) == 3


def test_the_card_of_a_membership_shows_its_clock(new_clerk: Clerk, page: AccessionsPage) -> None:
    page.table.select(lambda row: row.accession.state is State.ACTIVE)
    new_clerk.waits()
    words = list(new_clerk.reads(page.card))
    assert {"01/01/2027", "31/12/2036", "6 mesi", "Rinnovo", "Recesso"} <= set(words)


def test_the_card_of_a_draft_says_what_comes_next_and_who_acts(new_clerk: Clerk, page: AccessionsPage) -> None:
    page.table.select(lambda row: row.accession.state is State.DRAFT)
    new_clerk.waits()
    words = list(new_clerk.reads(page.card))
    assert {"Proposta di delibera e pareri", "RUP", "Continua", "Elimina la bozza"} <= set(words)


def test_a_draft_is_let_go_of_and_taken_back(new_clerk: Clerk, page: AccessionsPage) -> None:
    page.table.select(lambda row: row.accession.state is State.DRAFT)
    new_clerk.waits()
    new_clerk.clicks(new_clerk.finds(QPushButton, "Elimina la bozza"))
    assert len(page.table.rows()) == 2
    assert new_clerk.sees("Eliminata la bozza verso")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Annulla"))
    assert len(page.table.rows()) == 3


def test_the_key_of_a_procedure_opens_it(new_clerk: Clerk, page: AccessionsPage) -> None:
    wanted = page.table.rows()[1].accession.id
    new_clerk.opens("accessions", str(wanted))
    assert page.card.view is not None
    assert page.card.view.accession.id == wanted


def test_the_list_is_printed(new_clerk: Clerk, page: AccessionsPage) -> None:
    new_clerk.clicks(page.print_button)
    preview = new_clerk.dialog(PdfPreview)
    assert "Stampa delle adesioni" in preview.windowTitle()
    preview.reject()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_list_is_written_to_a_file(new_clerk: Clerk, page: AccessionsPage, tmp_path: Path, ending: str) -> None:
    new_clerk.clicks(page.export_button)
    dialog = new_clerk.dialog(QFileDialog)
    target = tmp_path / f"adesioni.{ending}"
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(target))
    dialog.accept()
    new_clerk.waits()
    assert target.stat().st_size > 100
    assert new_clerk.sees(f"Scritte 3 pratiche in {target.name}")


@pytest.mark.parametrize(("words", "title"), [("Rinnovo", "Rinnovo: CST"), ("Recesso", "Recesso: CST")])
def test_a_membership_is_renewed_or_left_from_its_card(
    new_clerk: Clerk, page: AccessionsPage, words: str, title: str
) -> None:
    page.table.select(lambda row: row.accession.state is State.ACTIVE)
    new_clerk.waits()
    new_clerk.clicks(new_clerk.finds(QPushButton, words))
    assert new_clerk.window.pages.name == "accession"
    assert any(text.startswith(title) for text in new_clerk.reads(new_clerk.page))
    last = "end" if words == "Recesso" else "start"
    new_clerk.opens("accession", f"4:{last}")
    assert new_clerk.sees("6 mesi" if last == "end" else "Inizio (obbligatorio)", new_clerk.page)


def test_go_on_leads_to_the_procedure(new_clerk: Clerk, page: AccessionsPage) -> None:
    page.table.select(lambda row: row.accession.state is State.DRAFT)
    new_clerk.waits()
    new_clerk.clicks(new_clerk.finds(QPushButton, "Continua"))
    assert new_clerk.window.pages.name == "accession"
    new_clerk.opens("accessions")
    page.table.view.setFocus()
    new_clerk.presses("Return")
    assert new_clerk.window.pages.name == "accession"


def test_what_stops_a_draft_leads_to_the_checks(new_clerk: Clerk, page: AccessionsPage) -> None:
    page.table.select(lambda row: row.accession.state is State.DRAFT)
    new_clerk.waits()
    link = next(one for one in page.card.findChildren(QPushButton) if "controlli da guardare" in one.text())
    new_clerk.clicks(link)
    assert new_clerk.sees("Controlli prima dell'invio", new_clerk.page)


def _renew(store: Store) -> object:
    """The third procedure, a membership, is being renewed; of its agreement nobody copied the notice."""
    member = show_accession(store, AccessionId(3)).accession
    fill_in(store, member.id, member.version, notice_months=None, renewal_months=None)
    open_accession(store, member.centre_code, Kind.RENEWAL, of_accession_id=member.id)
    return CHANGED


def test_a_membership_leads_to_its_renewal_and_that_back(new_clerk: Clerk, page: AccessionsPage) -> None:
    new_clerk.window.tasks.act(new_clerk.window, _renew)
    new_clerk.opens("accessions", "3")
    assert page.card.go_on is not None
    assert page.card.go_on.text() == "Continua il rinnovo"
    assert page.card.go_on.property("role") == "primary"
    new_clerk.clicks(page.card.go_on)
    renewal = new_clerk.page
    assert isinstance(renewal, AccessionPage)
    assert renewal.view is not None
    assert renewal.view.accession.kind is Kind.RENEWAL
    new_clerk.clicks(new_clerk.finds(QPushButton, "L'adesione che si rinnova"))
    assert renewal.view.accession.id == AccessionId(3)
    assert renewal.head.primary.text() == "Continua il rinnovo"
    new_clerk.clicks(renewal.head.primary)
    assert renewal.view.accession.kind is Kind.RENEWAL


def test_a_window_that_cannot_be_counted_is_said(new_clerk: Clerk, page: AccessionsPage) -> None:
    new_clerk.window.tasks.act(new_clerk.window, _renew)
    new_clerk.opens("accessions", "3")
    assert new_clerk.sees("Senza preavviso scritto la finestra del recesso non si calcola.", page.card)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Scrivilo"))
    assert new_clerk.focus.accessibleName() == "Preavviso di recesso, mesi"
    assert new_clerk.sees("Senza preavviso scritto", new_clerk.page)
