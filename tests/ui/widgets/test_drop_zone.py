# SPDX-License-Identifier: EUPL-1.2
"""Files dropped on a zone, on a page, or chosen in a dialog; what is not taken is said."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import colour
from app.ui.widgets.drop_zone import DropAnywhere, DropZone
from tests.ui.widgets.conftest import Show

ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def drop(target: QWidget, urls: list[QUrl], action: Qt.DropAction = ANY) -> bool:
    """Let files go over a widget; True where it took them."""
    dropped = QMimeData()
    dropped.setUrls(urls)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), action, dropped, buttons, keys)
    QApplication.sendEvent(target, entering)
    if not entering.isAccepted():
        QApplication.sendEvent(target, QDragLeaveEvent())
        return False
    dropping = QDropEvent(QPointF(5, 5), action, dropped, buttons, keys)
    QApplication.sendEvent(target, dropping)
    assert dropping.dropAction() is Qt.DropAction.CopyAction, "the file of the clerk would be taken away"
    return dropping.isAccepted()


def urls(*files: Path) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(file)) for file in files]


def zone_of(show: Show, **options: object) -> tuple[DropZone, list[list[Path]]]:
    zone = DropZone("La delibera firmata", **options)  # type: ignore[arg-type] # the tests pass what it takes
    show(zone)
    taken: list[list[Path]] = []
    zone.chosen.connect(taken.append)
    return zone, taken


def test_a_file_of_the_right_kind_is_taken_and_stays_where_it_is(show: Show, tmp_path: Path) -> None:
    zone, taken = zone_of(show, formats=("pdf", "p7m"))
    assert drop(zone, urls(tmp_path / "Delibera.PDF.P7M"))
    assert taken == [[tmp_path / "Delibera.PDF.P7M"]]
    assert zone.trouble.isHidden()


def test_another_kind_or_several_files_are_refused_in_a_sentence(show: Show, tmp_path: Path) -> None:
    zone, taken = zone_of(show, formats=("p7m",))
    drop(zone, urls(tmp_path / "delibera.pdf"))
    assert zone.trouble.isVisible()
    assert zone.trouble.text() == "delibera.pdf non va bene qui. Nulla è stato aggiunto. Serve un file .p7m."
    drop(zone, urls(tmp_path / "a.p7m", tmp_path / "b.p7m"))
    assert "un file solo" in zone.trouble.text()
    assert taken == []
    drop(zone, urls(tmp_path / "a.p7m"))
    assert zone.trouble.isHidden()
    assert taken == [[tmp_path / "a.p7m"]]


def test_an_address_of_the_web_is_not_a_file(show: Show) -> None:
    zone, taken = zone_of(show)
    assert not drop(zone, [QUrl("https://example.org/a.pdf"), QUrl("smb:")])
    assert taken == []


def test_who_would_give_a_file_away_keeps_it(show: Show, tmp_path: Path) -> None:
    zone, taken = zone_of(show)
    assert not drop(zone, urls(tmp_path / "a.pdf"), Qt.DropAction.MoveAction)
    assert taken == []


def test_it_is_seen_that_files_hang_over_it(show: Show, tmp_path: Path) -> None:
    zone, _taken = zone_of(show)
    dragged = QMimeData()
    dragged.setUrls(urls(tmp_path / "a.pdf"))
    before = zone.grab().toImage()
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(zone, entering)
    assert zone.grab().toImage() != before
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert zone.grab().toImage() == before


def test_the_keyboard_reaches_the_dialog_which_gives_the_file(show: Show, tmp_path: Path) -> None:
    zone, taken = zone_of(show, formats=("pdf",))
    (tmp_path / "delibera.pdf").write_bytes(b"%PDF-")
    zone.browse.setFocus()
    QTest.keyClick(zone.browse, Qt.Key.Key_Space)
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    assert dialogs[0].nameFilters() == ["Documenti (*.pdf)", "Tutti i file (*)"]
    field = dialogs[0].findChild(QLineEdit)
    assert field is not None
    field.setText(str(tmp_path / "delibera.pdf"))
    dialogs[0].accept()
    assert taken == [[tmp_path / "delibera.pdf"]]
    assert zone.browse.accessibleName() == "Sfoglia… La delibera firmata"


def test_what_the_store_refused_is_said_below(show: Show) -> None:
    zone, _taken = zone_of(show)
    zone.say("Il file firmato non è quello generato.")
    assert zone.trouble.isVisible()
    assert zone.browse.accessibleDescription() == "Il file firmato non è quello generato."
    zone.say("")
    assert zone.trouble.isHidden()


def test_a_page_takes_files_wherever_they_fall(show: Show, tmp_path: Path) -> None:
    page = QWidget()
    field = QLineEdit()
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    taken: list[list[Path]] = []
    anywhere = DropAnywhere(page, "Lascia qui i file", taken.append)
    show(page)
    assert not field.acceptDrops()
    dragged = QMimeData()
    dragged.setUrls(urls(tmp_path / "a.pdf", tmp_path / "b.xml"))
    entering = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, entering)
    assert anywhere.veil.isVisible()
    assert anywhere.veil.grab().toImage().pixelColor(40, 40) != colour("page")
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert anywhere.veil.isHidden()
    assert drop(page, urls(tmp_path / "a.pdf", tmp_path / "b.xml"))
    assert taken == [[tmp_path / "a.pdf", tmp_path / "b.xml"]]
    assert anywhere.veil.isHidden()
    QApplication.sendEvent(page, QEvent(QEvent.Type.DragLeave))
