# SPDX-License-Identifier: EUPL-1.2
"""`accession draft | attach | folder`: what a procedure is written on."""

from pathlib import Path

import click

from app.actions import drafts
from app.actions.accession_folder import write_folder
from app.actions.accessions import find_accession, show_accession
from app.actions.document_files import save_document_as
from app.actions.documents import add_document, show_document
from app.cli.gap_words import gap_line
from app.cli.grammar import word
from app.cli.valid_words import draft_words, kind_words, line_words
from app.cli.words import Words, pass_words
from app.domain.accession_case import AccessionCase
from app.domain.accessions import Slot
from app.domain.documents import DOCUMENT_KINDS, DocumentId
from app.domain.file_names import shown_name
from app.errors import UserError
from app.text import _, ngettext
from app.text.signature_words import match_words

_FILE = click.Path(path_type=Path, dir_okay=False)


@word(
    valid_words=[draft_words],
    help=_("Prepara un atto o una lettera dai modelli e lo conserva, per confrontarlo poi con la copia firmata."),
)
@click.argument("key", metavar="ID")
@click.argument("name", metavar=_("BOZZA"))
@click.option("--output", required=True, metavar="FILE.(odt|docx|pdf)", type=_FILE, help=_("Il file da scrivere."))
@pass_words
def draft(words: Words, key: str, name: str, output: Path) -> None:
    """Give out a draft."""
    accession_id = find_accession(words.store, key)
    form = output.suffix.lower().removeprefix(".") or output.name
    prepared = drafts.prepare_draft(words.store, accession_id, name, form)
    document_id, _changes = drafts.keep_draft(words.store, accession_id, prepared)
    save_document_as(words.store, document_id, output)
    document = show_document(words.store, document_id).document
    written = {
        "file": str(output),
        "document": document_id,
        "name": document.name,
        "sha256": document.sha256,
        "gaps": list(prepared.gaps),
        "missing_characters": prepared.missing_characters,
    }
    words.answer(written, [_("Scritto {file}").format(file=output)])
    if prepared.gaps:
        told = ngettext("C'è {count} parte da completare:", "Ci sono {count} parti da completare:", len(prepared.gaps))
        lines = (gap_line(gap, accession_id) for gap in prepared.lacks)
        words.say("\n".join((told.format(count=len(prepared.gaps)), *lines)))
    if prepared.missing_characters:
        from app.reports.words import missing_notice

        words.say(missing_notice(prepared.missing_characters))


@word(
    valid_words=[line_words, kind_words],
    help=_("Aggiunge un documento a una riga della lista; la copia firmata si confronta con ciò che è stato dato."),
)
@click.argument("key", metavar="ID")
@click.argument("item", metavar=_("RIGA"))
@click.argument("file", metavar="FILE", type=_FILE)
@click.option("--kind", type=click.Choice(DOCUMENT_KINDS), default=None, help=_("Che documento è."))
@click.option("--signed-copy-of", type=int, default=None, metavar=_("DOCUMENTO"), help=_("Di che cosa è la copia."))
@pass_words
def attach(words: Words, key: str, item: str, file: Path, kind: str | None, signed_copy_of: int | None) -> None:
    """Keep a document in its place."""
    accession_id = find_accession(words.store, key)
    case = show_accession(words.store, accession_id).case
    slot = _slot(case, item, kind)
    draft_id = DocumentId(signed_copy_of) if signed_copy_of else _draft(case, slot)
    document_id, _changes = add_document(
        words.store,
        file,
        kind=kind or (slot.kind if slot else "other"),
        accession_id=accession_id,
        item_key=item,
        given_out_id=draft_id,
    )
    view = show_document(words.store, document_id)
    told = {"document": document_id, "kind": view.document.kind, "sha256": view.document.sha256, "match": view.match}
    line = _("Documento n. {id}: {name}").format(id=document_id, name=shown_name(view.document.name))
    words.answer(told, [line, *([match_words(view.match).text] if view.match else [])])


@word(help=_("Scrive tutto il fascicolo per il protocollo, con l'indice: in una cartella o in un file .zip."))
@click.argument("key", metavar="ID")
@click.argument("target", metavar=_("CARTELLA"), type=click.Path(path_type=Path))
@pass_words
def folder(words: Words, key: str, target: Path) -> None:
    """Write the whole file of a procedure."""
    accession_id = find_accession(words.store, key)
    written = write_folder(words.store, accession_id, target, words.progress(_("Scrittura")))
    words.answer(
        {"path": str(written.path), "files": list(written.files)},
        [_("Scritto {file}").format(file=written.path), *(f"  {name}" for name in written.files)],
    )


def _slot(case: AccessionCase, key: str, kind: str | None) -> Slot | None:
    """What the line asks for, of that kind; the first that it asks for where no kind is said."""
    item = next((item for item in case.items if item.key == key), None)
    if item is None:
        known = ", ".join(item.key for item in case.items)
        raise UserError("document.unknown_line", id=case.accession.id, item=key, known=known)
    return next((slot for slot in item.slots if kind in (None, slot.kind)), None)


def _draft(case: AccessionCase, slot: Slot | None) -> DocumentId | None:
    """A line that asks for a signed copy means that of what was given out last."""
    if slot is None or not slot.is_signed:
        return None
    given_out = case.given_out(slot.kind)
    if given_out is None:
        raise UserError("accession.nothing_given_out")
    return given_out.id
