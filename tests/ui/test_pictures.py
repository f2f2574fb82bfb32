# SPDX-License-Identifier: EUPL-1.2
"""Every page as a picture: one file a page, as large as a small screen."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.errors import UserError
from app.ui.concession.sections import MAKERS
from app.ui.contract.sections import section_keys
from app.ui.pictures import take_pictures
from app.ui.shell.pages import REGISTRY

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_one_picture_a_page(tmp_path: Path, example_folder: Path, theme: str) -> None:
    folder = Path(shutil.copytree(example_folder, tmp_path / "dati"))
    made = take_pictures(folder, "", tmp_path / "pagine", theme=theme, zoom=100)
    parts = {f"contract_{key}" for key in section_keys()[1:]} | {f"concession_{key}" for key in list(MAKERS)[1:]}
    assert sorted(file.stem for file in made) == sorted((set(REGISTRY) - {"start"}) | parts)
    for file in made:
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == (1366, 768)
        assert (picture.pixelColor(700, 760).lightness() > 128) == (theme == "light")


def test_before_a_comune_is_chosen_there_is_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "dati").mkdir()
    made = take_pictures(tmp_path / "dati", "", tmp_path / "pagine", theme="light", zoom=100)
    assert [file.name for file in made] == ["start.png"]


def test_an_archive_that_does_not_open_is_told_and_not_drawn(tmp_path: Path, aprica_folder: Path) -> None:
    folder = Path(shutil.copytree(aprica_folder, tmp_path / "dati"))
    (store,) = folder.glob("*.sqlite")
    store.write_bytes(b"not a store at all")
    with pytest.raises(UserError) as told:
        take_pictures(folder, "", tmp_path / "pagine", theme="light", zoom=100)
    assert told.value.code == "store.not_ours"


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "dati").mkdir()
    (tmp_path / "pagine" / "start.png").mkdir(parents=True)
    with pytest.raises(UserError) as told:
        take_pictures(tmp_path / "dati", "", tmp_path / "pagine", theme="light", zoom=100)
    assert told.value.code == "file.not_written"
