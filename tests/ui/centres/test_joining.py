# SPDX-License-Identifier: EUPL-1.2
"""Aderisci: what one sees before anything is written, from a service and from a centre, by keyboard and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.actions.accessions import CHANGED, list_accessions, show_accession
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.ui.centres.joining import JoiningDialog
from tests.accessions import carry, open_join
from tests.ui import looking
from tests.ui.centres.conftest import Asks
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def asks_for(clerk: Clerk, code: str) -> JoiningDialog:
    """Aderisci on the card of a service."""
    clerk.opens("catalogue", code)
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    return clerk.dialog(JoiningDialog)


def told(clerk: Clerk, dialog: JoiningDialog) -> str:
    return " | ".join(clerk.reads(dialog))


def ours(asks: Asks) -> list[AccessionId]:
    found, _changes = asks(lambda store: (list_accessions(store), CHANGED))
    return [one.id for one in found]


def test_from_a_service_one_sees_what_it_takes(clerk: Clerk, asks: Asks) -> None:
    dialog = asks_for(clerk, "PAB-01")
    said = told(clerk, dialog)
    assert "Aderire per avere PAB-01 · Incassi con pagoPA" in said
    assert [one.text() for one in dialog.centres.buttons] == ["CIT della Provincia di Brescia · fuori bacino"]
    assert "BAS-01 · Adesione al centro di aggregazione: si chiede insieme" in said
    assert "Delibera approvata (Consiglio comunale)" in said
    assert "Firma digitale" in said
    assert "Già finanziato" not in said
    assert not dialog.services.isVisible()
    assert ours(asks) == []
    clerk.presses("Escape")
    assert ours(asks) == []


def test_what_is_paid_already_is_told_with_its_project(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder)
    dialog = asks_for(clerk, "PAB-01")
    said = told(clerk, dialog)
    assert "Già finanziato" in said
    assert "CUP J91F22000000016" in said
    dialog.reject()


def test_enter_opens_the_procedure_with_the_service(clerk: Clerk, asks: Asks) -> None:
    dialog = asks_for(clerk, "PAB-01")
    assert clerk.focus is dialog.start_button
    clerk.presses("Return")
    (accession_id,) = ours(asks)
    view, _changes = asks(lambda store: (show_accession(store, accession_id), CHANGED))
    assert view.accession.centre_code == "CIT-BRESCIA"
    assert {"BAS-01", "PAB-01"} <= {one.code for one in view.case.services}
    assert clerk.window.pages.name == "accession"


def test_a_second_service_is_added_to_the_request(clerk: Clerk, asks: Asks) -> None:
    asks_for(clerk, "PAB-01")
    clerk.presses("Return")
    dialog = asks_for(clerk, "BAS-04")
    (accession_id,) = ours(asks)
    assert dialog.start_button.text() == f"Aggiungi alla richiesta n. {accession_id}"
    assert f"c'è già una richiesta, la n. {accession_id}" in told(clerk, dialog)
    assert "BAS-01 · Adesione al centro di aggregazione: chiesto" in told(clerk, dialog)
    clerk.clicks(dialog.start_button)
    assert ours(asks) == [accession_id]
    view, _changes = asks(lambda store: (show_accession(store, accession_id), CHANGED))
    assert {"PAB-01", "BAS-04"} <= {one.code for one in view.case.services}


def test_without_a_centre_it_is_said_and_any_may_be_asked(clerk: Clerk, asks: Asks) -> None:
    dialog = asks_for(clerk, "ITI-01")
    said = told(clerk, dialog)
    assert "Nessuna fonte consultata mostra un centro che lo offre" in said
    assert dialog.centres.buttons == []
    assert dialog.centres.other_button.isChecked()
    assert dialog.centres.others.count() == 5
    assert "Nessuna fonte mostra che questo centro lo offre: ITI-01" in said
    dialog.centres.choose_other("CST-LECCE")
    clerk.waits()
    assert dialog.centres.code == "CST-LECCE"
    clerk.clicks(dialog.start_button)
    assert len(ours(asks)) == 1


def test_another_centre_than_those_shown_is_warned(clerk: Clerk) -> None:
    dialog = asks_for(clerk, "SIT-01")
    assert len(dialog.centres.buttons) == 2
    assert "Nessuna fonte mostra che questo centro lo offre" not in told(clerk, dialog)
    dialog.centres.choose_other("ARZACHENA")
    clerk.waits()
    assert dialog.centres.other_button.isChecked()
    assert "Nessuna fonte mostra che questo centro lo offre" in told(clerk, dialog)
    dialog.centres.buttons[1].click()
    clerk.waits()
    assert dialog.centres.code == "CST-LECCE"
    assert "Nessuna fonte mostra che questo centro lo offre" not in told(clerk, dialog)
    dialog.reject()


def test_from_a_centre_services_are_ticked_by_space(clerk: Clerk, asks: Asks) -> None:
    clerk.opens("centres", "CST-LECCE")
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    dialog = clerk.dialog(JoiningDialog)
    assert dialog.centres.code == "CST-LECCE"
    assert dialog.services.list.count() == 7
    dialog.services.list.setFocus()
    clerk.presses("Home")
    clerk.presses("Down")
    clerk.presses("Space")
    assert dialog.codes == ["SIT-01"]
    assert "Serve prima" in told(clerk, dialog)
    clerk.presses("Return")
    (accession_id,) = ours(asks)
    view, _changes = asks(lambda store: (show_accession(store, accession_id), CHANGED))
    assert "SIT-01" in {one.code for one in view.case.services}


def test_no_service_need_be_chosen_yet(clerk: Clerk, asks: Asks) -> None:
    clerk.opens("centres", "CST-LECCE")
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    clerk.clicks(clerk.dialog(JoiningDialog).start_button)
    assert len(ours(asks)) == 1


def test_a_tick_outlives_another_centre_that_offers_the_same(clerk: Clerk) -> None:
    clerk.opens("centres", "CST-LECCE")
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    dialog = clerk.dialog(JoiningDialog)
    dialog.services.list.setFocus()
    clerk.presses("Home")
    clerk.presses("Space")
    assert dialog.codes == ["BAS-05"]
    dialog.centres.choose_other("CST-LECCO")
    clerk.waits()
    assert dialog.codes == ["BAS-05"]
    dialog.centres.choose_other("ARZACHENA")
    clerk.waits()
    assert dialog.codes == []
    dialog.reject()


@pytest.mark.parametrize(
    ("state", "words", "button"),
    [
        (State.SENT, "È già partita", "Vai alla richiesta n. 1"),
        (State.ACTIVE, "Il comune aderisce già a questo centro, dal 01/01/2027", "Apri l'adesione"),
    ],
)
def test_where_we_stand_with_the_centre_is_told(
    clerk: Clerk, asks: Asks, state: State, words: str, button: str
) -> None:
    asks(lambda store: (carry(store, open_join(store), state), CHANGED))
    clerk.opens("centres", "CST-LECCE")
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    dialog = clerk.dialog(JoiningDialog)
    assert words in told(clerk, dialog)
    assert dialog.start_button.text() == button
    dialog.reject()


def test_while_one_compares_any_centre_may_be_joined(clerk: Clerk) -> None:
    clerk.opens("centres", "compare:CST-LECCO,CST-LECCE")
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    dialog = clerk.dialog(JoiningDialog)
    assert len(dialog.centres.buttons) == 4
    dialog.reject()


def test_the_dialog_is_read_whole_in_a_small_window(clerk: Clerk) -> None:
    clerk.window.resize(911, 512)
    dialog = asks_for(clerk, "PAB-01")
    assert dialog.width() <= 911
    assert dialog.height() <= 512
    assert dialog.start_button.isVisible()
    for look in (looking.nameless, looking.misnamed, looking.cut, looking.scrolled_sideways):
        assert look(dialog) == []
    dialog.reject()
