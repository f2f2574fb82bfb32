# SPDX-License-Identifier: EUPL-1.2
"""A signed edition in the window: looked at, applied by one button, taken back by one; a bad one told in a sentence."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from app.actions.catalogue import search_services, show_service, star_service
from app.actions.editions import import_edition, list_publisher_keys
from app.actions.example import example_files
from app.ui.catalogue.edition_dialog import EditionDialog
from app.ui.catalogue.importing import EditionTrouble
from app.ui.catalogue.page import CataloguePage
from app.ui.shell.status_bar import StatusBar
from tests.editions import BRESCIA, KEY, signed_edition
from tests.ui import looking
from tests.ui.catalogue.conftest import Asks, codes
from tests.ui.clerk import Clerk

PIN = KEY.public.fingerprint


@pytest.fixture
def clerk(new_clerk: Clerk) -> Clerk:
    """Before the window of Aprica, where nothing is ours but one service with a star."""
    new_clerk.window.tasks.act(new_clerk.window, lambda store: star_service(store, "PAB-01", is_starred=True))
    new_clerk.waits()
    return new_clerk


@pytest.fixture
def usb(tmp_path: Path) -> Callable[..., Path]:
    """A USB key: `usb(name, bytes)` puts a file there."""

    def put(name: str, content: bytes) -> Path:
        file = tmp_path / name
        file.write_bytes(content)
        return file

    return put


@pytest.fixture
def second(usb: Callable[..., Path]) -> Path:
    """The next edition of Brescia: one of ours renamed, one withdrawn, one new."""
    content = signed_edition(sequence=2, without=["FOR-02"], renamed={"PAB-01": "Pagamenti"}, added=["NEW-01"])
    return usb("catalogo_12.zip", content)


def knows_brescia(clerk: Clerk) -> None:
    """The first edition came in before."""
    edition = signed_edition()
    clerk.window.tasks.act(clerk.window, lambda store: import_edition(store, edition, pin_fingerprint=PIN))
    clerk.waits()


def looks(clerk: Clerk, page: CataloguePage, file: Path) -> EditionDialog:
    page.importer.preview(file)
    clerk.waits()
    return clerk.dialog(EditionDialog)


def drops(clerk: Clerk, page: CataloguePage, *files: Path) -> None:
    """Let files go over the page."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = page.rect().center()
    QApplication.sendEvent(page, QDragEnterEvent(place, copy, dragged, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(place), copy, dragged, left, none))
    clerk.waits()


def tampered() -> bytes:
    """The edition after the next, with one byte changed."""
    changed = bytearray(signed_edition(sequence=3))
    changed[len(changed) // 2] ^= 1
    return bytes(changed)


def is_open(kind: type[QWidget]) -> bool:
    return any(isinstance(widget, kind) and widget.isVisible() for widget in QApplication.topLevelWidgets())


def test_the_first_edition_wants_its_fingerprint_compared(
    clerk: Clerk, page: CataloguePage, usb: Callable[..., Path], asks: Asks
) -> None:
    dialog = looks(clerk, page, usb("catalogo_11.zip", signed_edition(renamed={"PAB-01": "Pagamenti"})))
    assert clerk.sees("È la prima volta che arriva qualcosa con questa chiave", dialog)
    assert clerk.sees(f"Catalogo n. 11, che si dice di «{BRESCIA}»", dialog)
    assert clerk.sees(f"Telefona a {BRESCIA}", dialog)
    assert dialog.fingerprint.text() == PIN
    assert not dialog.apply_button.isEnabled()
    assert clerk.focus is dialog.compared
    clerk.presses("Return")
    assert asks(list_publisher_keys) == []
    clerk.presses("Space")
    assert dialog.apply_button.isEnabled()
    clerk.clicks(dialog.apply_button)
    assert [one.pinned.publisher for one in asks(list_publisher_keys)] == [BRESCIA]
    assert clerk.sees(f"Catalogo n. 11 di {BRESCIA} applicato")
    clerk.opens("catalogue", "PAB-01")
    assert clerk.sees("Pagamenti", page.service)
    bar = clerk.window.findChildren(StatusBar)[-1]
    assert bar.catalogue.text() == f"Catalogo n. 11 del 03/11/2026 – firma di {BRESCIA}"


def test_the_name_in_a_file_is_not_the_one_to_phone(
    clerk: Clerk, page: CataloguePage, usb: Callable[..., Path]
) -> None:
    liar = signed_edition(publisher="Ufficio Assistenza", centres=["CIT-BRESCIA", "CIT-LECCO"])
    dialog = looks(clerk, page, usb("catalogo.zip", liar))
    assert clerk.sees("Il nome «Ufficio Assistenza» lo dice il file stesso", dialog)
    assert clerk.sees("CIT-BRESCIA, che per il tuo catalogo ha come capofila: Provincia di Brescia", dialog)
    assert clerk.sees("CIT-LECCO: il tuo catalogo non conosce questo centro", dialog)
    assert clerk.sees(f"Telefona a {BRESCIA}, a un numero che conosci già", dialog)
    assert not clerk.sees("Telefona a Ufficio Assistenza", dialog)


def test_what_touches_ours_stands_first_and_the_toast_takes_all_back(
    clerk: Clerk, page: CataloguePage, second: Path, asks: Asks
) -> None:
    knows_brescia(clerk)
    dialog = looks(clerk, page, second)
    assert not dialog.compared.isVisible()
    rows = {row.code: row for row in dialog.table.rows()}
    assert dialog.table.rows()[0].code == "PAB-01"
    assert "ha la stella" in rows["PAB-01"].ours
    assert rows["PAB-01"].words == "Nome: «Incassi con pagoPA», ora «Pagamenti»"
    assert (rows["FOR-02"].outcome, rows["NEW-01"].outcome) == ("withdrawn", "added")
    assert clerk.sees("1 servizio nuovo", dialog)
    assert clerk.focus is dialog.apply_button
    clerk.presses("Return")
    assert asks(lambda store: show_service(store, "FOR-02")).service.is_withdrawn
    clerk.opens("catalogue", "FOR-02")
    assert clerk.sees("Ritirato dal catalogo", page.service)
    name = next(index for index in range(5) if page.table.model.columns[index].key == "name")
    place = codes(page).index("FOR-02")
    assert page.table.model.index(place, name).data().endswith("(ritirato)")
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert not asks(lambda store: show_service(store, "FOR-02")).service.is_withdrawn
    assert "NEW-01" not in codes(page)


def test_withdrawing_ours_wants_a_look_first(clerk: Clerk, page: CataloguePage, usb: Callable[..., Path]) -> None:
    knows_brescia(clerk)
    dialog = looks(clerk, page, usb("catalogo_12.zip", signed_edition(sequence=2, without=["PAB-01"])))
    assert clerk.sees("Ritira 1 voce: PAB-01", dialog)
    assert not dialog.apply_button.isEnabled()
    clerk.clicks(dialog.looked, QPoint(10, dialog.looked.height() // 2))
    clerk.clicks(dialog.apply_button)
    assert clerk.sees("applicato")


def test_the_dialog_is_read_whole_and_names_itself(clerk: Clerk, page: CataloguePage, usb: Callable[..., Path]) -> None:
    dialog = looks(clerk, page, usb("catalogo.zip", signed_edition(sequence=3000, added=["NEW-01"])))
    for look in (looking.nameless, looking.misnamed, looking.cut, looking.scrolled_sideways):
        assert look(dialog) == []
    dialog.reject()


def test_a_jump_wants_a_word(clerk: Clerk, page: CataloguePage, usb: Callable[..., Path]) -> None:
    knows_brescia(clerk)
    dialog = looks(clerk, page, usb("catalogo.zip", signed_edition(sequence=3000)))
    assert not dialog.apply_button.isEnabled()
    dialog.asked.setFocus()
    clerk.presses("Space")
    clerk.clicks(dialog.apply_button)
    assert clerk.sees("applicato")


def test_esc_leaves_all_as_it_is(clerk: Clerk, page: CataloguePage, second: Path, asks: Asks) -> None:
    knows_brescia(clerk)
    looks(clerk, page, second)
    clerk.presses("Escape")
    assert "NEW-01" not in [row.service.code for row in asks(search_services).services]


def test_what_changed_meanwhile_is_told_in_the_dialog(clerk: Clerk, page: CataloguePage, second: Path) -> None:
    knows_brescia(clerk)
    dialog = looks(clerk, page, second)
    newer = signed_edition(sequence=5)
    clerk.window.tasks.act(clerk.window, lambda store: import_edition(store, newer))
    clerk.waits()
    clerk.clicks(dialog.apply_button)
    assert dialog.trouble.isVisible()
    assert clerk.sees("più vecchia di quella nell'archivio", dialog)
    dialog.reject()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (signed_edition(sequence=2)[:-30], "Il file è incompleto"),
        (b"una fotografia", "Questo non è un pacchetto di Campanile"),
        (signed_edition(valid_until=date(2026, 11, 10)), "L'edizione valeva fino al 10/11/2026"),
    ],
    ids=["cut", "strange", "expired"],
)
def test_a_bad_file_is_told_in_one_sentence(
    clerk: Clerk, page: CataloguePage, usb: Callable[..., Path], content: bytes, told: str
) -> None:
    page.importer.preview(usb("catalogo.zip", content))
    clerk.waits()
    trouble = clerk.dialog(EditionTrouble)
    assert clerk.sees("catalogo.zip non si può importare", trouble)
    assert clerk.sees(told, trouble)
    clerk.presses("Return")
    assert not is_open(EditionTrouble)


def test_several_files_at_once_are_not_taken(clerk: Clerk, page: CataloguePage, second: Path) -> None:
    drops(clerk, page, second, example_files()[0])
    assert clerk.sees("Un'edizione alla volta")


def test_an_expired_catalogue_is_told_above_the_list(
    clerk: Clerk, page: CataloguePage, usb: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page.expired.isVisible()
    dialog = looks(clerk, page, usb("catalogo.zip", signed_edition(valid_until=date(2026, 12, 1))))
    dialog.compared.setChecked(True)
    clerk.clicks(dialog.apply_button)
    assert not page.expired.isVisible()
    clock = clerk.window.workspace.clock
    monkeypatch.setattr(clerk.window.workspace, "clock", lambda: clock().replace(month=12, day=2))
    page.refresh()
    clerk.waits()
    assert page.expired.isVisible()
    assert clerk.sees("è scaduto il 01/12/2026", page.expired)
    assert [label for label in page.expired.findChildren(QLabel) if "adesione" in label.text()]


# T12 of the task scripts: install a new catalogue from a USB key, see what changes for us, refuse a tampered one.


def test_a_catalogue_from_a_usb_key_takes_five_clicks(
    clerk: Clerk, second: Path, usb: Callable[..., Path], asks: Asks
) -> None:
    knows_brescia(clerk)
    clicks: list[str] = []

    def click(target: QPushButton) -> None:
        clicks.append(target.text())
        clerk.clicks(target)

    click(clerk.finds(QPushButton, "Catalogo"))
    page = clerk.page
    assert isinstance(page, CataloguePage)
    click(clerk.finds(QPushButton, "Importa un'edizione…"))
    chooser = clerk.dialog(QFileDialog)
    chooser.filesSelected.emit([str(second)])
    chooser.close()
    clicks.append("the file")
    clerk.waits()
    dialog = clerk.dialog(EditionDialog)
    assert clerk.sees("PAB-01: in cima all'elenco", dialog)
    click(dialog.apply_button)
    assert asks(list_publisher_keys)[0].highest_sequence == 2
    drops(clerk, page, usb("catalogo_13.zip", tampered()))
    clicks.append("the drop")
    assert clerk.sees("Nulla è stato cambiato", clerk.dialog(EditionTrouble))
    assert asks(list_publisher_keys)[0].highest_sequence == 2
    assert len(clicks) <= 5


def test_a_catalogue_from_a_usb_key_takes_seven_keys(
    clerk: Clerk, second: Path, usb: Callable[..., Path], asks: Asks
) -> None:
    knows_brescia(clerk)
    keys: list[str] = []

    def press(combination: str) -> None:
        keys.append(combination)
        clerk.presses(combination)

    def choose(file: Path) -> None:
        line = clerk.dialog(QFileDialog).findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.setText(str(file))
        press("Return")

    press("Ctrl+Shift+I")
    choose(second)
    assert clerk.dialog(EditionDialog).table.rows()[0].code == "PAB-01"
    press("Return")
    assert asks(list_publisher_keys)[0].highest_sequence == 2
    clerk.window.activateWindow()  # as a window manager does when a dialog is gone
    clerk.waits()
    press("Ctrl+Shift+I")
    choose(usb("catalogo_13.zip", tampered()))
    assert clerk.sees("Nulla è stato cambiato", clerk.dialog(EditionTrouble))
    press("Return")
    assert asks(list_publisher_keys)[0].highest_sequence == 2
    assert len(keys) <= 7
