# SPDX-License-Identifier: EUPL-1.2
"""`document add | list | show | save | remove | missing`: the files of the procedures, each once by its hash."""

from pathlib import Path
from typing import Any

import click

from app.actions import document_files, document_survey
from app.actions import documents as actions
from app.actions.accessions import find_accession
from app.cli.days import DAY
from app.cli.document_json import missing_json, missing_line, row_json, row_line, view_json, view_lines
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.documents import DOCUMENT_KINDS, DocumentId
from app.domain.file_names import shown_name
from app.text import _

_ANY_FILE = click.Path(path_type=Path)
_KIND = click.Choice(DOCUMENT_KINDS)


@word_group(help=_("I documenti."))
def document() -> None:
    """Words on documents."""


@document.command(help=_("Aggiunge un file com'è; una copia firmata dev'essere quella del file generato."))
@click.argument("file", metavar="FILE", type=_ANY_FILE)
@click.option("--kind", type=_KIND, default=None, help=_("Che documento è."))
@click.option("--accession", default=None, metavar="ID", help=_("La pratica a cui appartiene."))
@click.option("--item", "item_key", default="", metavar=_("RIGA"), help=_("La riga della lista a cui appartiene."))
@click.option("--protocol", "protocol_number", default="", metavar=_("NUMERO"), help=_("Il numero di protocollo."))
@click.option("--protocol-on", type=DAY, default=None, help=_("La data di protocollo."))
@click.option("--title", default="", metavar=_("TESTO"), help=_("Un titolo."))
@click.option("--signed-copy-of", "given_out_id", type=int, default=None, metavar="ID", help=_("Il generato firmato."))
@pass_words
def add(words: Words, /, file: Path, kind: str | None, accession: str | None, **facts: Any) -> None:  # noqa: ANN401 - the options above
    """Add a file."""
    accession_id = find_accession(words.store, accession) if accession else None
    document_id, _changes = actions.add_document(
        words.store, file, progress=words.progress(_("Aggiunta")), kind=kind or "", accession_id=accession_id, **facts
    )
    view = actions.show_document(words.store, document_id)
    told = _("Aggiunto il documento n. {id}: {file}")
    words.answer(view_json(view), [told.format(id=document_id, file=shown_name(view.document.name))])
    if view.same_file_elsewhere:
        same = ", ".join(str(one.id) for one in view.same_file_elsewhere)
        words.say(_("Lo stesso file c'era già: documento {ids}.").format(ids=same))


@document.command(name="list", help=_("Elenca i documenti."))
@click.option("--accession", default=None, metavar="ID", help=_("Solo quelli di una pratica."))
@pass_words
def list_documents(words: Words, accession: str | None) -> None:
    """All documents, the newest first."""
    wanted = find_accession(words.store, accession) if accession else None
    found = [
        row
        for row in document_survey.survey_documents(words.store).documents
        if wanted is None or row.document.accession_id == wanted
    ]
    words.answer([row_json(row) for row in found], [row_line(row) for row in found])


@document.command(help=_("Mostra un documento, le sue firme e come sta il suo file."))
@click.argument("document_id", metavar="ID", type=int)
@pass_words
def show(words: Words, document_id: int) -> None:
    """All that is known of a document."""
    view = actions.show_document(words.store, DocumentId(document_id))
    words.answer(view_json(view), view_lines(view))


@document.command(help=_("Salva il file di un documento, byte per byte come è arrivato."))
@click.argument("document_id", metavar="ID", type=int)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@pass_words
def save(words: Words, document_id: int, file: Path) -> None:
    """Write the bytes of a document to a file."""
    target = document_files.save_document_as(words.store, DocumentId(document_id), file)
    words.answer({"file": str(target)}, [_("Salvato in {file}").format(file=target)])


@document.command(help=_("Toglie un documento dall'elenco; «undo» lo rimette."))
@click.argument("document_id", metavar="ID", type=int)
@pass_words
def remove(words: Words, document_id: int) -> None:
    """Take a document off."""
    actions.remove_document(words.store, DocumentId(document_id))
    words.answer({"id": document_id}, [_("Documento n. {id} eliminato.").format(id=document_id)])


@document.command(help=_("Elenca i documenti che mancano alle pratiche, e i file che non ci sono più."))
@pass_words
def missing(words: Words) -> None:
    """What is missing."""
    found = document_survey.missing_documents(words.store)
    words.answer([missing_json(row) for row in found], [missing_line(row) for row in found])
