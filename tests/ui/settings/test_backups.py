# SPDX-License-Identifier: EUPL-1.2
"""Making a copy, looking through the archive, taking a copy back, also when the archive does not open."""

import hashlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton

from app.actions import backup, documents, municipality
from app.actions.workspace import Workspace
from app.store import Store, attachments
from tests.conftest import NOW
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat
from tests.ui.settings.conftest import office_of, open_part


def test_a_copy_is_made_and_listed_with_what_it_holds(clerk: Clerk) -> None:
    section = open_part(clerk, "backup").backups
    assert clerk.sees("Ancora nessuna copia", section)
    clerk.clicks(section.copy_button)
    (made,) = section.table.rows()
    assert made.is_verified
    words = list(clerk.reads(section.card))
    assert "Copia del 23/11/2026 09:00" in words
    assert {"Progetti finanziati", str(made.rows["project"])} <= set(words)
    assert clerk.sees("Copia di sicurezza: oggi 09:00, verificata")


def test_a_sound_archive_is_told_in_words(clerk: Clerk) -> None:
    section = open_part(clerk, "backup").backups
    clerk.clicks(section.check_button)
    assert section.told.title.text() == "L'archivio è sano"
    assert section.told.text.text().startswith("Lette per intero ")


def test_files_of_documents_that_are_lost_or_changed_are_named_and_taken_from_the_copies(new_clerk: Clerk) -> None:
    names = ("delibera.txt", "lettera.txt")
    for name in names:
        new_clerk.window.tasks.act(new_clerk.window, partial(documents.add_document, source=name.encode(), name=name))
    section = open_part(new_clerk, "backup").backups
    new_clerk.clicks(section.copy_button)
    path = new_clerk.window.workspace.current_path()
    assert path is not None
    lost, changed = (
        attachments.place_of(path, hashlib.sha256(name.encode()).hexdigest())
        for name in ("delibera.txt", "lettera.txt")
    )
    lost.unlink()
    changed.write_bytes(b"altro")
    new_clerk.clicks(section.check_button)
    assert section.told.title.text() == "L'archivio è sano, ma non tutti i file dei documenti"
    assert section.told.text.text() == (
        "Riletti 2 file di documenti. Mancano: delibera.txt. Sono cambiati: lettera.txt."
    )
    new_clerk.clicks(section.mend_button)
    assert new_clerk.sees("2 file ripresi dalle copie")
    assert section.told.title.text() == "L'archivio è sano"
    assert "Riletti 2 file di documenti." in section.told.text.text()
    assert not section.mend_button.isVisible()


def test_a_copy_is_taken_back_after_date_and_contents_were_shown(clerk: Clerk) -> None:
    section = open_part(clerk, "backup").backups
    clerk.clicks(section.copy_button)
    name = office_of(clerk).name

    def correct(store: Store) -> object:
        return municipality.correct_office(store, municipality.show_office(store).version, name="Altro nome")

    clerk.window.tasks.act(clerk.window, correct)
    clerk.waits()
    asked = _answers("Riprendi la copia")
    assert section.card.restore_button is not None
    clerk.clicks(section.card.restore_button)
    assert "Riprendere la copia del 23/11/2026 09:00?" in asked()
    assert "Progetti finanziati: " in asked()
    assert office_of(clerk).name == name
    assert clerk.window.pages.name == "home"
    assert clerk.sees("Ripresa la copia del 23/11/2026 09:00")


def test_leaving_it_as_it_is_changes_nothing(clerk: Clerk) -> None:
    section = open_part(clerk, "backup").backups
    clerk.clicks(section.copy_button)
    before = office_of(clerk)
    asked = _answers("Lascia com'è")
    assert section.card.restore_button is not None
    clerk.clicks(section.card.restore_button)
    assert asked()
    assert office_of(clerk) == before


def test_a_copy_that_lies_elsewhere_is_read_before_it_is_offered(clerk: Clerk, tmp_path: Path) -> None:
    section = open_part(clerk, "backup").backups
    clerk.clicks(section.copy_button)
    elsewhere = tmp_path / "chiavetta.sqlite"
    shutil.copy(section.table.rows()[0].path, elsewhere)
    asked = _answers("Riprendi la copia")
    section.look_at(elsewhere)
    clerk.waits()
    assert "Borgo di Prova" in asked()
    assert clerk.window.pages.name == "home"


def test_a_file_that_is_no_copy_is_refused_with_a_reason(clerk: Clerk, tmp_path: Path) -> None:
    section = open_part(clerk, "backup").backups
    wrong = tmp_path / "lettera.sqlite"
    wrong.write_text("Gentile collega")
    section.look_at(wrong)
    clerk.waits()
    box = clerk.dialog(QMessageBox)
    assert box.text().startswith("Il file lettera.sqlite non è una copia di sicurezza di Campanile")
    box.reject()


def test_a_damaged_archive_is_back_in_three_clicks(seat: Seat, aprica_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rovinato"
    shutil.copytree(aprica_folder, folder)
    workspace = Workspace(folder, clock=lambda: NOW)
    store = workspace.need_store()
    municipality.correct_office(store, municipality.show_office(store).version, phone="0342 746100")
    backup.back_up(workspace, store)
    workspace.close()
    path = workspace.current_path()
    assert path is not None
    damaged = path.read_bytes()[:60]
    path.write_bytes(damaged)

    clerk = seat(folder)
    assert clerk.sees("L'archivio non si apre")
    assert clerk.sees("è danneggiato")
    clerk.clicks(clerk.finds(QPushButton, "Vedi le copie di sicurezza"))
    assert clerk.sees("Copia del 23/11/2026 09:00")
    assert not clerk.finds(QPushButton, "Fai una copia adesso").isEnabled()
    asked = _answers("Riprendi la copia")
    clerk.clicks(clerk.finds(QPushButton, "Riprendi questa copia…"))
    assert "Servizi del catalogo: 93" in asked()
    assert office_of(clerk).phone == "0342 746100"
    assert clerk.window.pages.name == "home"
    kept = [file for file in clerk.window.workspace.folder.iterdir() if file.is_file() and file.read_bytes() == damaged]
    assert kept, "the damaged file was not kept"


def _answers(button: str) -> Callable[[], str]:
    """Press a button of the question that will come; gives what the question said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        said.append(box.text())
        found: list[QAbstractButton] = [one for one in box.buttons() if one.text().replace("&", "") == button]
        found[0].click()

    QTimer.singleShot(20, press)
    return lambda: said[0]
