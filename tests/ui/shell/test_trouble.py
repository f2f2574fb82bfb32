# SPDX-License-Identifier: EUPL-1.2
"""An archive that does not open: what happened, that nothing was touched, and two ways on."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def damaged(folder: Path, content: bytes) -> Path:
    for file in folder.glob("*.sqlite"):
        file.write_bytes(content)
    return folder


def test_a_damaged_archive_is_told_and_can_be_tried_again(seat: Seat, aprica_folder: Path, tmp_path: Path) -> None:
    import shutil

    broken = damaged(Path(shutil.copytree(aprica_folder, tmp_path / "rotto")), b"testo" * 500)
    clerk = seat(broken)
    assert clerk.sees("L'archivio non si apre")
    assert clerk.sees("Nessun dato è stato toccato.")
    (file,) = clerk.window.workspace.folder.glob("*.sqlite")
    assert file.read_bytes() == b"testo" * 500
    whole = next(aprica_folder.glob("*.sqlite"))
    file.write_bytes(whole.read_bytes())
    clerk.clicks(clerk.finds(QPushButton, "Riprova"))
    assert not clerk.sees("L'archivio non si apre")
    assert clerk.sees("Comune di Aprica")


def test_the_copies_are_one_click_away(seat: Seat, aprica_folder: Path, tmp_path: Path) -> None:
    import shutil

    broken = damaged(Path(shutil.copytree(aprica_folder, tmp_path / "rotto")), b"")
    clerk: Clerk = seat(broken)
    clerk.clicks(clerk.finds(QPushButton, "Vedi le copie di sicurezza"))
    assert clerk.window.pages.name == "settings"


def test_it_stays_in_another_zoom(seat: Seat, aprica_folder: Path, tmp_path: Path) -> None:
    import shutil

    clerk = seat(damaged(Path(shutil.copytree(aprica_folder, tmp_path / "rotto")), b""))
    clerk.presses("Ctrl++")
    assert clerk.window.theme.zoom > 100
    assert clerk.sees("L'archivio non si apre")
    clerk.clicks(clerk.finds(QPushButton, "Vedi le copie di sicurezza"))
    clerk.presses("Ctrl++")
    assert clerk.window.pages.name == "settings"
    assert not clerk.sees("Riprova")
