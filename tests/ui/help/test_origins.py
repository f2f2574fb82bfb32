# SPDX-License-Identifier: EUPL-1.2
"""Where the facts come from."""

import app
from app.actions.sources import list_sources, list_templates
from app.ui.help.origins import origins, program


def test_every_shipped_file_is_named_with_its_day_and_its_sources() -> None:
    notes = list_sources()
    entries = origins(notes, None)
    assert len(notes) >= 5
    for note, entry in zip(notes, entries, strict=False):
        assert entry.title.startswith(note.what)
        assert f"{note.on:%d/%m/%Y}" in entry.title
        assert all(source in entry.text for source in note.sources)


def test_the_open_data_are_attributed_with_their_licence() -> None:
    text = " ".join(entry.text for entry in origins([], None))
    assert "Dati PNRR PADigitale2026 Copyright (c) Dipartimento per la trasformazione digitale" in text
    assert "CC BY 4.0" in text


def test_the_checklists_of_procedures_say_who_deliberates_and_who_says_so() -> None:
    (entry,) = (entry for entry in origins([], None, list_templates()) if entry.page == "accessions")
    for template in list_templates():
        assert template.body_source in entry.text
    assert "• Adesione (CIT-BRESCIA): delibera Consiglio" in entry.text
    assert "procedures" in entry.text


def test_version_and_licence_are_said() -> None:
    text = " ".join(entry.text for entry in program())
    assert app.__version__ in text
    assert "EUPL-1.2" in text
