# SPDX-License-Identifier: EUPL-1.2
"""Importing as a clerk does it: a look first, one button, one step back; mistakes told in a sentence."""

import logging
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton

from app.actions.funding import list_imports, list_projects
from app.actions.history import list_history
from app.actions.municipality import show_office
from app.domain.funding import Difference, Status, totals
from app.text import action_title
from app.ui.funding.import_preview import ImportPreview
from app.ui.funding.importing import ImportTrouble
from app.ui.funding.page import FundingPage
from app.ui.widgets.progress import ProgressStrip
from tests.open_data_rows import SEND, of_others, row
from tests.ui.clerk import Clerk
from tests.ui.funding.conftest import aprica, asks, cups, file_of, looks, opened

WORKS_AT_MOST = 0.1
"""Seconds of its own work after which the window must answer again."""
PAUSES_AT_MOST = 1.0
"""Seconds by the clock, with room for a machine that runs other tests beside; on a quiet one it is under 0.1."""


def _said(clerk: Clerk, dialog: ImportPreview) -> str:
    return " | ".join(clerk.reads(dialog)).replace("\N{NO-BREAK SPACE}", " ")


def _told(dialog: ImportPreview) -> list[tuple[str, str]]:
    return [(line.outcome, line.words) for line in dialog.table.rows()]


def _imported(clerk: Clerk, *files: Path) -> FundingPage:
    clerk.clicks(looks(clerk, *files).import_button)
    return opened(clerk)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two projects of Aprica among a hundred of others."""
    paid = aprica(avviso=SEND, codice_cup="J91F22099990007", stato_candidatura="E", data_stato_candidatura="2024-05-06")
    return file_of(tmp_path, "candidature_2026-07.csv", *of_others(100), aprica(), paid)


def test_look_writes_nothing_and_says_what_would_come(new_clerk: Clerk, file: Path) -> None:
    dialog = looks(new_clerk, file)
    assert "Ci sono 2 novità per il comune" in _said(new_clerk, dialog)
    assert [column.text(dialog.files.rows()[0]) for column in dialog.files.model.columns] == [
        "candidature_2026-07.csv", "01/07/2026", "102", "2", "2", "0",
    ]  # fmt: skip
    assert _told(dialog) == [("Nuovo", "non c'era ancora")] * 2
    assert dialog.import_button.text() == "Importa 2 novità"
    assert new_clerk.focus is dialog.import_button
    assert asks(new_clerk, list_projects) == []
    new_clerk.presses("Escape")
    assert asks(new_clerk, list_projects) == []
    newest = asks(new_clerk, list_history)[0]
    assert action_title(newest.title, newest.params) == "Catalogo n. 1"


def test_enter_imports_in_one_step_that_the_toast_takes_back(new_clerk: Clerk, file: Path) -> None:
    looks(new_clerk, file)
    new_clerk.presses("Return")
    page = opened(new_clerk)
    assert sorted(cups(page)) == ["J91F22099990006", "J91F22099990007"]
    assert new_clerk.sees("Importate 2 novità: 2 nuovi")
    assert page.news_button.isVisible()
    new_clerk.clicks(new_clerk.finds(QPushButton, "Annulla"))
    assert page.table.rows() == []
    assert new_clerk.sees("Ancora nessun progetto finanziato", page)
    new_clerk.window.redo()
    new_clerk.waits()
    assert len(page.table.rows()) == 2


def test_enter_on_the_other_button_leaves_all_as_it_is(new_clerk: Clerk, file: Path) -> None:
    dialog = looks(new_clerk, file)
    dialog.leave_button.setFocus()
    new_clerk.presses("Return")
    assert not [box for box in new_clerk.window.findChildren(ImportPreview) if box.isVisible()]
    assert asks(new_clerk, list_projects) == []


def test_newer_file_tells_each_field_from_old_to_new(new_clerk: Clerk, file: Path, tmp_path: Path) -> None:
    _imported(new_clerk, file)
    paid = aprica(stato_candidatura="E", data_stato_candidatura="2026-08-01", importo_finanziamento="14000.5")
    dialog = looks(new_clerk, file_of(tmp_path, "candidature_2026-08.csv", paid))
    ((outcome, words),) = _told(dialog)
    assert outcome == "Cambiato"
    assert words.replace("\N{NO-BREAK SPACE}", " ") == (
        "Importo: 14.000,00 € → 14.000,50 € · Stato: Finanziato → Erogato · Data dello stato: 02/08/2022 → 01/08/2026"
    )
    assert "candidature_2026-08.csv, 1.4.4 SPID e CIE · aprile 2022" in dialog.detail.text()


def test_older_file_changes_nothing_and_says_so(new_clerk: Clerk, file: Path, tmp_path: Path) -> None:
    _imported(new_clerk, file)
    old = file_of(
        tmp_path, "candidature_2023-01.csv", aprica(stato_candidatura="R", data_stato_candidatura="2022-12-01")
    )
    dialog = looks(new_clerk, old)
    assert _told(dialog) == [("Più vecchio", "c'è già un dato più recente: resta quello")]
    assert dialog.import_button.text() == "Registra il controllo"


def test_same_file_again_offers_nothing_to_do(new_clerk: Clerk, file: Path) -> None:
    _imported(new_clerk, file)
    dialog = looks(new_clerk, file)
    assert "Nessuna novità per il comune" in _said(new_clerk, dialog)
    assert not dialog.import_button.isVisible()
    new_clerk.presses("Return")
    assert len(asks(new_clerk, list_imports)) == 1


def test_check_without_news_is_kept_with_its_day(new_clerk: Clerk, file: Path, tmp_path: Path) -> None:
    _imported(new_clerk, file)
    same = aprica()
    _imported(new_clerk, file_of(tmp_path, "candidature_2026-09.csv", same))
    assert new_clerk.sees("Controllo registrato: niente di nuovo.")
    assert f"{asks(new_clerk, list_imports)[0].as_of:%d/%m/%Y}" == "01/09/2026"


def test_rejected_row_has_its_number_and_its_reason(new_clerk: Clerk, tmp_path: Path) -> None:
    wrong = aprica(importo_finanziamento="tanto", avviso=SEND)
    dialog = looks(new_clerk, file_of(tmp_path, "candidature_2026-08.csv", aprica(), wrong))
    assert "1 riga non si può importare" in _said(new_clerk, dialog)
    refused = next(line for line in dialog.table.rows() if line.difference is None)
    assert (refused.outcome, refused.call) == ("Rifiutata", "Riga 3")
    assert "L'importo «tanto» non si legge" in refused.words
    new_clerk.clicks(dialog.import_button)
    assert len(asks(new_clerk, list_projects)) == 1


def test_proposed_ipa_code_is_confirmed_by_importing(new_clerk: Clerk, tmp_path: Path) -> None:
    file = file_of(tmp_path, "candidature_2026-08.csv", *of_others(3), aprica(codice_ipa="c_a338"))
    dialog = looks(new_clerk, file)
    told = _said(new_clerk, dialog)
    assert "Il codice IPA del comune sembra un altro: c_a338" in told
    assert (
        "Nel file non c'è c_a337; c'è c_a338, un Comune con il nostro codice ISTAT (014004): Comune di Aprica." in told
    )
    assert asks(new_clerk, show_office).ipa_code == "c_a337"
    new_clerk.clicks(dialog.import_button)
    office = asks(new_clerk, show_office)
    assert (office.ipa_code, office.ipa_code_confirmed) == ("c_a338", True)
    assert len(asks(new_clerk, list_projects)) == 1
    new_clerk.window.undo()
    new_clerk.waits()
    assert asks(new_clerk, show_office).ipa_code == "c_a337"


def test_file_without_a_row_of_ours_is_no_error(new_clerk: Clerk, file: Path, tmp_path: Path) -> None:
    other = file_of(tmp_path, "altri_2026-08.csv", *of_others(5))
    dialog = looks(new_clerk, other, file)
    assert "Nessuna riga di questo comune" in _said(new_clerk, dialog)
    assert "In altri_2026-08.csv nessuna riga ha il codice IPA c_a337" in _said(new_clerk, dialog)
    assert dialog.import_button.text() == "Importa 2 novità"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "non contiene righe"),
        ("codice_ipa,avviso\n".encode("utf-16"), "UTF-16"),
        (b"a;b;c\n1;2;3\n", "colonne"),
        (b"codice_ipa\0,x\n", "byte che non sono testo"),
    ],
)
def test_bad_file_refuses_the_whole_choice_by_name(
    new_clerk: Clerk, file: Path, tmp_path: Path, content: bytes, told: str
) -> None:
    bad = tmp_path / "rotto.csv"
    bad.write_bytes(content)
    opened(new_clerk).preview([file, bad])
    new_clerk.waits()
    trouble = new_clerk.dialog(ImportTrouble)
    assert "rotto.csv" in trouble.callout.text.text()
    assert told in trouble.callout.text.text()
    assert new_clerk.sees("Neanche gli altri file scelti con questo sono stati importati", trouble)
    assert asks(new_clerk, list_projects) == []
    new_clerk.presses("Escape")
    assert not [box for box in new_clerk.window.findChildren(ImportTrouble) if box.isVisible()]


def test_cut_file_is_told_and_other_files_are_chosen(new_clerk: Clerk, file: Path, tmp_path: Path) -> None:
    cut = tmp_path / "tagliato.csv"
    cut.write_bytes(file.read_bytes()[:-30])
    opened(new_clerk).preview([cut])
    new_clerk.waits()
    trouble = new_clerk.dialog(ImportTrouble)
    assert "tagliato.csv è tagliato" in trouble.callout.text.text()
    assert not new_clerk.sees("Neanche gli altri", trouble)
    new_clerk.presses("Return")
    new_clerk.dialog(QFileDialog).reject()


def test_dropped_files_are_looked_at(new_clerk: Clerk, file: Path) -> None:
    page = opened(new_clerk)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    middle = page.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, Qt.DropAction.CopyAction, dropped, buttons, keys)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    assert new_clerk.sees("Lascia qui i file", page)
    QApplication.sendEvent(page, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, dropped, buttons, keys))
    new_clerk.waits()
    assert new_clerk.dialog(ImportPreview).news == 2
    assert not new_clerk.sees("Lascia qui i file", page)


def test_files_that_are_carried_away_leave_no_trace(new_clerk: Clerk) -> None:
    page = opened(new_clerk)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("candidature.csv")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        page, QDragEnterEvent(page.rect().center(), Qt.DropAction.CopyAction, carried, buttons, keys)
    )
    assert new_clerk.sees("Lascia qui i file", page)
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not new_clerk.sees("Lascia qui i file", page)


def test_dropped_words_are_not_taken(new_clerk: Clerk) -> None:
    page = opened(new_clerk)
    dropped = QMimeData()
    dropped.setText("codice_ipa,avviso")
    entering = QDragEnterEvent(
        page.rect().center(),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    QApplication.sendEvent(page, entering)
    assert not entering.isAccepted()


def test_reading_can_be_interrupted(new_clerk: Clerk, tmp_path: Path) -> None:
    big = file_of(tmp_path, "grande_2026-08.csv", *of_others(60_000), aprica())
    page = opened(new_clerk)
    page.preview([big])
    (strip,) = new_clerk.window.findChildren(ProgressStrip)
    strip.stop.click()
    new_clerk.waits()
    assert new_clerk.sees("Lettura di grande_2026-08.csv interrotta. Nulla è stato importato.")
    assert not [box for box in new_clerk.window.findChildren(ImportPreview) if box.isVisible()]
    page.preview([file_of(tmp_path, "piccolo_2026-08.csv", aprica())])
    new_clerk.waits()
    assert new_clerk.dialog(ImportPreview).news == 1


def test_two_choices_at_once_read_once(new_clerk: Clerk, file: Path) -> None:
    page = opened(new_clerk)
    page.preview([file])
    page.preview([file])
    new_clerk.waits()
    assert len([box for box in new_clerk.window.findChildren(ImportPreview) if box.isVisible()]) == 1


def test_refused_import_is_told_in_the_look_which_stays(new_clerk: Clerk, file: Path) -> None:
    dialog = looks(new_clerk, file)
    asks(new_clerk, lambda store: setattr(store, "is_read_only", True))
    new_clerk.clicks(dialog.import_button)
    assert dialog.isVisible()
    assert new_clerk.sees("Non è stato importato nulla", dialog)
    assert dialog.import_button.isEnabled()
    asks(new_clerk, lambda store: setattr(store, "is_read_only", False))
    new_clerk.clicks(dialog.import_button)
    assert len(asks(new_clerk, list_projects)) == 2


REAL = ("12_2023-03", "144_2025-03", "145_2026-08")


def _real(shared: Path) -> list[Path]:
    return [shared / "opendata" / f"candidature_finanziate_{name}.csv" for name in REAL]


def test_aprica_from_the_real_files(new_clerk: Clerk, shared: Path) -> None:
    other = shared / "opendata" / "candidature_altrienti_finanziate_2026-08.json"
    dialog = looks(new_clerk, *_real(shared), other)
    assert [preview.count(Difference.ADDED) for preview in dialog.files.rows()] == [1, 1, 1, 0]
    new_clerk.clicks(dialog.import_button)
    page = opened(new_clerk)
    found = totals(page.table.rows())
    assert (found.projects, found.granted_count, found.paid_count) == (3, 2, 1)
    assert (found.granted, found.paid) == (Decimal("51355.40"), Decimal("23147.00"))
    shown = [text.replace("\N{NO-BREAK SPACE}", " ") for text in new_clerk.reads(page.figures)]
    assert shown[:8] == [
        "Concessi", "74.502,40 €", "Erogati", "23.147,00 €", "Da erogare", "51.355,40 €", "Rinunciati", "0,00 €",
    ]  # fmt: skip
    again = looks(new_clerk, *_real(shared))
    assert again.news == 0


def test_vestone_from_the_real_files(first_clerk: Clerk, shared: Path) -> None:
    first_clerk.window.tasks.swap(first_clerk.window, lambda: first_clerk.window.workspace.choose("017197"))
    first_clerk.window.open_current()
    first_clerk.waits()
    page = _imported(first_clerk, *_real(shared))
    found = totals(page.table.rows())
    assert (found.projects, found.granted, found.paid, found.renounced) == (
        6, Decimal("84070.20"), Decimal("37147.00"), Decimal("37147.00"),
    )  # fmt: skip
    clerk_sees = {project.status for project in page.table.rows()}
    assert clerk_sees == {Status.FUNDED, Status.PAID, Status.RENOUNCED}


def test_window_answers_while_the_real_files_are_read_and_written(new_clerk: Clerk, shared: Path) -> None:
    page = opened(new_clerk)
    ticks: list[tuple[float, float]] = []
    timer = QTimer(page)
    timer.setInterval(2)
    timer.timeout.connect(lambda: ticks.append((time.thread_time(), time.perf_counter())))
    timer.start()
    page.preview(_real(shared))
    new_clerk.waits()
    new_clerk.dialog(ImportPreview).import_button.click()
    new_clerk.waits()
    timer.stop()
    work, pause = (max(after[kind] - before[kind] for before, after in pairwise(ticks)) for kind in (0, 1))
    assert len(page.table.rows()) == 3
    assert work < WORKS_AT_MOST, f"the window worked for {work * 1000:.0f} ms without answering"
    assert pause < PAUSES_AT_MOST, f"the window stood still for {pause * 1000:.0f} ms"


def test_open_data_row_of_a_stranger_with_our_name_is_not_ours(new_clerk: Clerk, tmp_path: Path) -> None:
    dialog = looks(new_clerk, file_of(tmp_path, "candidature_2026-08.csv", row(comune="Aprica")))
    assert dialog.news == 0


def test_a_defect_shuts_nobody_in(new_clerk: Clerk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the preview, which does not go away while it writes, nor before a button that does nothing."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(logging.getLogger("app"), "propagate", False)  # else pytest takes it for a warning of ours
    with monkeypatch.context() as now:
        now.setattr("app.actions.open_data.preview_files", broken)
        opened(new_clerk).preview([file])
        new_clerk.waits()
        _close(ImportTrouble)
        _close(QMessageBox)
    dialog = looks(new_clerk, file)
    with monkeypatch.context() as now:
        now.setattr("app.actions.open_data.import_previews", broken)
        new_clerk.clicks(dialog.import_button)
    _close(QMessageBox)
    assert dialog.import_button.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def _close(kind: type[QDialog]) -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, kind) and widget.isVisible():
            widget.reject()
