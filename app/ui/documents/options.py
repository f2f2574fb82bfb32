# SPDX-License-Identifier: EUPL-1.2
"""What can be chosen in the forms of this page, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.acts import ACT_KINDS, BODIES
from app.domain.documents import DOCUMENT_KINDS, Document
from app.text import _
from app.text.accession_labels import body_label
from app.text.document_labels import act_kind_label, document_kind_label
from app.ui.accession.entries import ChoiceField, Entry
from app.ui.documents.words import document_name, line_name, procedure_name

if TYPE_CHECKING:
    from app.actions.document_survey import Procedure

_LETTERS = 10
Options = list[tuple[str, str]]


def document_kinds() -> Options:
    """Every kind of document."""
    return [(kind, document_kind_label(kind)) for kind in DOCUMENT_KINDS]


def act_kinds() -> Options:
    """Every kind of act."""
    return [(kind, act_kind_label(kind)) for kind in ACT_KINDS]


def bodies() -> Options:
    """Every body, and none."""
    return [("", _("Non indicato")), *((body, body_label(body)) for body in BODIES)]


def procedures(known: Iterable[Procedure]) -> Options:
    """Every procedure, and none."""
    named = ((str(one.accession.id), procedure_name(one.accession)) for one in known)
    return [("", _("Nessuna")), *((key, _("{name} (n. {id})").format(name=name, id=key)) for key, name in named)]


def lines(known: Iterable[Procedure], accession_id: int | None) -> Options:
    """The lines of a procedure, and none."""
    items = next((one.items for one in known if one.accession.id == accession_id), ())
    return [("", _("Nessuna in particolare")), *((item.key, line_name(item)) for item in items)]


def documents(known: Iterable[Document], none: str) -> Options:
    """Documents by their number, and none."""
    return [("", none), *((str(one.id), f"{document_name(one)} (n. {one.id})") for one in known)]


def key_choice(label: str, options: Options) -> Entry:
    """One of several keys."""
    return Entry(_narrow(ChoiceField(label, options)), str, lambda _text: True)


def number_choice(label: str, options: Options) -> Entry:
    """One of several things that have a number, or none."""
    field = _narrow(ChoiceField(label, options))
    return Entry(field, lambda text: int(text) if text else None, lambda _text: True)


def choose_among(field: ChoiceField, options: Options) -> None:
    """Offer other options; what was chosen stays chosen where it is still there, else the first is."""
    chosen = field.text()
    field.box.clear()
    for key, words in options:
        field.box.addItem(words, key)
    field.box.setCurrentIndex(max(0, field.box.findData(chosen)))


def keep_typed(entries: Mapping[str, Entry], typed: dict[str, str]) -> None:
    """Note each text as it is typed, so that a question that is cut off is there when it is asked again."""

    def note(name: str) -> None:
        typed[name] = entries[name].text

    for name, entry in entries.items():
        inside = entry.field.field
        if isinstance(inside, QLineEdit):
            inside.textEdited.connect(lambda _text, name=name: note(name))
        elif isinstance(inside, QComboBox):
            inside.activated.connect(lambda _place, name=name: note(name))


def _narrow(field: ChoiceField) -> ChoiceField:
    """As wide as there is room, not as its longest words: they are the names of files."""
    field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.box.setMinimumContentsLength(_LETTERS)
    return field
