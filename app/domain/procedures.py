# SPDX-License-Identifier: EUPL-1.2
"""Templates of a procedure: the body that deliberates, the lines of the checklist, their acts and documents."""

from dataclasses import dataclass

from app.domain.accession_states import Actor, Kind
from app.domain.accessions import Slot


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """A line that a new procedure gets."""

    key: str
    title: str
    title_en: str
    actor: Actor
    act_kind: str
    law: str
    why: str
    why_en: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """The template of a kind of procedure, of one centre or ("") of all others."""

    kind: Kind
    centre: str
    body: str  # "council" or "executive"
    body_source: str
    note: str
    note_en: str
    items: tuple[TemplateItem, ...]
