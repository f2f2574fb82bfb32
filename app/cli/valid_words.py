# SPDX-License-Identifier: EUPL-1.2
"""The words that an argument takes, under a `--help`: each from the tuple that the program itself reads."""

from collections.abc import Iterable

from app.actions.accessions import FIELDS
from app.domain.accession_states import TRANSITIONS, Kind
from app.domain.documents import DOCUMENT_KINDS
from app.domain.drafts import DRAFTS
from app.formats.procedures import load_template, shipped_folder
from app.text import _, in_language
from app.text.accession_labels import accession_field_label, to_do_label
from app.text.document_labels import document_kind_label


def field_words() -> str:
    """The fields of a procedure."""
    return _listed(_("CAMPO è uno di:"), ((name, accession_field_label(name)) for name in FIELDS))


def draft_words() -> str:
    """The drafts, each with its title."""
    named = ((draft.key, in_language(draft.title, draft.title_en)) for draft in DRAFTS.values() if draft.kinds)
    return _listed(_("BOZZA è una di:"), named)


def step_words() -> str:
    """The steps that may be recorded."""
    steps = dict.fromkeys(way.step.value for way in TRANSITIONS if way.is_recorded)
    return _listed(_("PASSO è uno di:"), ((step, to_do_label(step)) for step in steps))


def line_words() -> str:
    """The lines that the checklists of the program have; an office may have others."""
    return _listed(_("RIGA è una di quelle che dice «accession show»; di solito:"), _template_lines().items())


def kind_words() -> str:
    """The kinds of documents."""
    return _listed(_("Con --kind:"), ((kind, document_kind_label(kind)) for kind in DOCUMENT_KINDS))


def _template_lines() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in Kind:
        for item in load_template(kind, "", (shipped_folder(),)).items:
            found.setdefault(item.key, in_language(item.title, item.title_en))
    return found


def _listed(title: str, rows: Iterable[tuple[str, str]]) -> str:
    known = list(rows)
    width = max(len(name) for name, _label in known)
    return "\n".join((title, *(f"  {name:<{width}}  {label}".rstrip() for name, label in known)))
