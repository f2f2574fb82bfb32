# SPDX-License-Identifier: EUPL-1.2
"""A clerk writes down the data of the office: saved, undone, refused with a reason, never lost."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from app.actions import municipality
from app.store import Store
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat
from tests.ui.settings.conftest import busy_store, office_of, open_part


def test_what_is_typed_is_saved_told_and_undone(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    assert not office.save_button.isEnabled()
    office.fields["phone"].set_text("")
    clerk.types("0342 746100", office.fields["phone"].field)
    assert clerk.sees("1 campo cambiato, non ancora salvato.")
    clerk.clicks(office.save_button)
    assert office_of(clerk).phone == "0342 746100"
    assert clerk.sees("Dati dell'ente salvati")
    assert not office.save_button.isEnabled()
    clerk.presses("Ctrl+Z")
    assert office_of(clerk).phone == ""
    assert office.fields["phone"].text() == ""


def test_all_mistakes_are_told_beside_their_fields_and_nothing_is_lost(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    before = office_of(clerk)
    for name, text in (("population", "molti"), ("ipa_code", "c prova"), ("address", "Via Nuova 1")):
        office.fields[name].field.setFocus()
        clerk.presses("Ctrl+A")
        clerk.types(text)
    clerk.clicks(office.save_button)
    assert clerk.sees("Non salvato: 2 campi da correggere", office)
    assert office.fields["population"].error.text().startswith("La popolazione deve essere un numero intero")
    assert office.fields["ipa_code"].error.text().startswith("Il codice IPA c prova non è scritto bene.")
    assert office.fields["address"].text() == "Via Nuova 1"
    assert office_of(clerk) == before
    office.fields["pec"].field.setFocus()
    clerk.clicks(clerk.finds(QPushButton, "Vai al campo"))
    assert clerk.focus is office.fields["population"].field
    clerk.presses("Ctrl+A")
    clerk.types("1.600")
    office.fields["ipa_code"].field.setFocus()
    clerk.presses("Ctrl+A")
    clerk.types("c_prova2")
    clerk.clicks(office.save_button)
    stored = office_of(clerk)
    assert (stored.population, stored.ipa_code, stored.address) == (1600, "c_prova2", "Via Nuova 1")
    assert not clerk.sees("Non salvato", office)


def test_the_name_cannot_be_taken_away(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    office.fields["name"].field.setFocus()
    clerk.presses("Ctrl+A")
    clerk.presses("Del")
    clerk.clicks(office.save_button)
    assert office.fields["name"].error.text().startswith("Il nome del comune non può restare vuoto.")


def test_a_wrong_check_digit_is_a_doubt_that_does_not_stop(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    clerk.types("00114420142", office.fields["fiscal_code"].field)
    clerk.presses("Tab")
    assert office.fields["fiscal_code"].error.text().startswith("La cifra di controllo non torna")
    clerk.clicks(office.save_button)
    assert office_of(clerk).fiscal_code == "00114420142"


def test_an_assumed_ipa_code_is_confirmed_with_a_click_and_that_is_undone(new_clerk: Clerk) -> None:
    office = open_part(new_clerk, "office").office
    assert new_clerk.sees("presunto", office)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Conferma"))
    assert new_clerk.sees("confermato", office)
    assert office_of(new_clerk).ipa_code_confirmed
    office.setFocus()
    new_clerk.presses("Ctrl+Z")
    assert new_clerk.sees("presunto", office)


def test_codes_are_shown_with_their_list_and_day(new_clerk: Clerk) -> None:
    codes = open_part(new_clerk, "office").office.codes
    words = list(new_clerk.reads(codes))
    assert "014004" in words
    assert "A337" in words
    assert any("al 21/02/2026" in text and "ISTAT" in text for text in words)


def test_a_change_from_elsewhere_is_told_and_what_was_typed_can_still_be_saved(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    clerk.types(" bis", office.fields["address"].field)
    typed = office.fields["address"].text()

    def elsewhere(store: Store) -> object:
        return municipality.correct_office(store, municipality.show_office(store).version, address="Via Altrui 9")

    clerk.window.tasks.query(clerk.window, elsewhere, lambda _changes: None)
    clerk.clicks(office.save_button)
    box = clerk.dialog(QMessageBox)
    assert box.text().startswith("Questi dati sono stati cambiati mentre li guardavi.")
    box.reject()
    clerk.waits()
    assert office.fields["address"].text() == typed
    assert office.fields["address"].error.text() == "Intanto è stato salvato: Via Altrui 9"
    clerk.clicks(office.save_button)
    assert office_of(clerk).address == typed


def test_what_is_typed_outlives_zoom_and_the_end_of_the_program(clerk: Clerk, seat: Seat) -> None:
    office = open_part(clerk, "office").office
    clerk.types("0342", office.fields["phone"].field)
    clerk.window.set_zoom(110)
    clerk.waits()
    again = open_part(clerk, "office").office
    assert again.fields["phone"].text().startswith("0342")
    assert again.save_button.isEnabled()
    folder = clerk.window.workspace.folder
    clerk.window.close()
    clerk.waits()
    later = seat(folder)
    assert open_part(later, "office").office.fields["phone"].text().startswith("0342")


def test_typed_text_is_given_up_on_request(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    before = office.fields["website"].text()
    clerk.types("xyz", office.fields["website"].field)
    clerk.clicks(office.leave_button)
    assert office.fields["website"].text() == before
    assert not office.save_button.isEnabled()


def test_what_is_typed_while_it_is_saved_stays(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    QTest.keyClicks(office.fields["phone"].field, "0342")
    with busy_store(clerk):
        office.save_button.click()
        QTest.keyClicks(office.fields["fiscal_code"].field, "123")
        QTest.keyClicks(office.fields["phone"].field, " 7")
    assert office_of(clerk).phone == "0342"
    assert (office.fields["fiscal_code"].text(), office.fields["phone"].text()) == ("123", "0342 7")
    assert clerk.sees("2 campi cambiati, non ancora salvati.")


def test_a_double_click_saves_once(clerk: Clerk) -> None:
    office = open_part(clerk, "office").office
    QTest.keyClicks(office.fields["phone"].field, "0342")
    with busy_store(clerk):
        office.save_button.click()
        office.save_button.click()
    assert not [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert office_of(clerk).phone == "0342"
