# SPDX-License-Identifier: EUPL-1.2
"""Where the facts that the program ships come from, and of which day they are."""

from dataclasses import dataclass
from datetime import date

from app.domain.accession_states import Kind
from app.domain.procedures import Template
from app.formats.procedures import read_template, shipped_folder
from app.formats.reference import reference_sources

MUNICIPALITIES = "municipalities.csv"


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One shipped file: what it holds, of which day, from whom, and what is to be known of it."""

    file: str
    what: str
    on: date
    sources: tuple[str, ...]
    notes: tuple[str, ...]


def list_sources() -> list[SourceNote]:
    """All shipped files of reference data, in the order in which they are named."""
    return [
        SourceNote(
            file=file,
            what=known["what"],
            on=date.fromisoformat(known["date"]),
            sources=tuple(known["sources"]),
            notes=tuple(known["notes"]),
        )
        for file, known in reference_sources().items()
    ]


def list_templates() -> list[Template]:
    """The checklists of procedures that the program brings, the general one of a kind before those of centres."""
    found = [read_template(file) for file in shipped_folder().glob("*.json")]
    return sorted(found, key=lambda template: (list(Kind).index(template.kind), template.centre))


def source_of(file: str) -> SourceNote:
    """The note of one shipped file."""
    return next(note for note in list_sources() if note.file == file)
