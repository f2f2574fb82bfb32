# SPDX-License-Identifier: EUPL-1.2
"""Fields named by their labels; notes that save themselves and are never overwritten while typed."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.fields import LabeledField, NoteField
from tests.ui.widgets.conftest import Show


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_has_its_label_its_hint_and_its_text(show: Show, kind: type[QLineEdit | QPlainTextEdit]) -> None:
    field = LabeledField("PEC", kind(), "Come sta sull'IPA")
    show(field)
    assert field.label.buddy() is field.field
    assert field.field.accessibleName() == "PEC"
    assert field.field.accessibleDescription() == "Come sta sull'IPA"
    field.set_text("  comune@pec.example ")
    assert field.text() == "comune@pec.example"


def test_what_is_wrong_stands_below_and_is_spoken(show: Show) -> None:
    field = LabeledField("CUP", QLineEdit(), "15 segni")
    show(field)
    assert not field.error.isVisible()
    field.set_error("Mancano 2 segni.")
    assert field.error.isVisible()
    assert field.field.accessibleDescription() == "Mancano 2 segni."
    assert field.field.property("isWrong") is True
    field.set_text("J41C22000020006")
    field.set_error("")
    assert not field.error.isVisible()
    assert field.field.accessibleDescription() == "15 segni"


def test_a_note_is_told_a_rest_after_the_last_key(show: Show, qtbot: QtBot) -> None:
    note, told = NoteField("Nota"), list[str]()
    note.edited.connect(told.append)
    show(note)
    note.show_text("prima")
    QTest.keyClicks(note.editor, "x")
    assert (note.has_typed, told) == (True, [])
    with qtbot.waitSignal(note.edited, timeout=5_000):
        QTest.keyClicks(note.editor, "y")
    assert told == [note.editor.toPlainText()]
    assert not note.has_typed


def test_a_note_is_told_on_leaving_and_only_once(show: Show) -> None:
    note, other, told = NoteField("Nota"), QPushButton("Altro"), list[str]()
    note.edited.connect(told.append)
    show(note, other)
    note.editor.setFocus()
    QTest.keyClicks(note.editor, "chiedere in ragioneria")
    QTest.keyClick(note.editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other
    note.flush()
    assert told == ["chiedere in ragioneria"]


def test_what_is_being_typed_is_not_overwritten(show: Show) -> None:
    note = NoteField("Nota")
    show(note)
    note.show_text("vecchia")
    QTest.keyClicks(note.editor, "nuova ")
    note.show_text("di un altro")
    assert note.editor.toPlainText() == "nuova vecchia"
    note.flush()
    note.show_text("di un altro")
    assert note.editor.toPlainText() == "di un altro"


def test_a_note_takes_plain_text_only(show: Show) -> None:
    note = NoteField("Nota")
    show(note)
    pasted = QMimeData()
    pasted.setHtml("<b>grassetto</b><img src='file:///x.png'>")
    pasted.setText("grassetto")
    QApplication.clipboard().setMimeData(pasted)
    note.editor.setFocus()
    QTest.keyClick(note.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert note.editor.toPlainText() == "grassetto"


def test_who_types_without_a_pause_is_saved_all_the_same(show: Show, qtbot: QtBot) -> None:
    note, told = NoteField("Nota"), list[str]()
    show(note)
    note.edited.connect(told.append)
    typing = QTimer()
    typing.timeout.connect(lambda: note.editor.insertPlainText("a"))
    typing.start(200)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    typing.stop()
    assert set(told[0]) == {"a"}
