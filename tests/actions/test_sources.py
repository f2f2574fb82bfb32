# SPDX-License-Identifier: EUPL-1.2
"""Every shipped file says where it is from."""

from app.actions.sources import MUNICIPALITIES, list_sources, list_templates, source_of
from app.paths import resources


def test_each_file_of_reference_data_is_told_with_its_day_and_source() -> None:
    notes = list_sources()
    files = {file.name for file in (resources() / "reference").glob("*.csv")}
    assert {note.file for note in notes} == files
    assert all(note.what and note.sources for note in notes)
    assert source_of(MUNICIPALITIES).file == MUNICIPALITIES


def test_every_shipped_checklist_is_told_with_the_source_of_its_body() -> None:
    found = list_templates()
    assert len(found) == len(list((resources() / "procedures").glob("*.json")))
    assert [template.centre for template in found][:1] == [""]
    assert all(template.body_source for template in found)
