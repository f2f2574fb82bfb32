# SPDX-License-Identifier: EUPL-1.2
"""Where the facts come from."""

import app
from app.actions.sources import list_sources
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


def test_version_and_licence_are_said() -> None:
    text = " ".join(entry.text for entry in program())
    assert app.__version__ in text
    assert "EUPL-1.2" in text
