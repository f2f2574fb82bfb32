# SPDX-License-Identifier: EUPL-1.2
"""Documents and acts as lists for a spreadsheet or another program."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from app.actions.document_survey import ActRow, DocumentRow, survey_documents
from app.actions.tables import Row, Table, saying, yes_or_no
from app.domain.act_rules import computed_enforceable
from app.domain.file_names import shown_name
from app.domain.signature_note import read_note
from app.store import Store
from app.text import _
from app.text.accession_labels import body_label
from app.text.document_labels import act_kind_label, document_kind_label, origin_label
from app.text.signature_state import signature_state_label

T = TypeVar("T")


def documents_table(store: Store, order: Sequence[int] = ()) -> Table:
    """Documents, in the order of the screen where one is given, and then only those."""
    keys = (
        *("id", "name", "title", "kind", "protocol_number", "protocol_on", "document_on", "accession_id", "centre"),
        *("item", "signature", "signers", "origin", "added_at", "bytes", "sha256", "is_there", "note"),
    )
    headers = (
        *(_("Numero"), _("Nome"), _("Titolo"), _("Tipo"), _("Numero di protocollo"), _("Data di protocollo")),
        *(_("Data del documento"), _("Pratica"), _("Centro"), _("Riga"), _("Firma"), _("Chi ha firmato")),
        *(_("Provenienza"), _("Aggiunto"), _("Byte"), _("Impronta SHA-256"), _("File presente"), _("Nota")),
    )
    rows = _in_order(survey_documents(store).documents, lambda row: row.document.id, order)
    said = saying(
        keys, kind=document_kind_label, origin=origin_label, signature=signature_state_label, is_there=yes_or_no
    )
    return Table(_("Documenti"), keys, headers, tuple(_document_row(row) for row in rows), said)


def acts_table(store: Store, order: Sequence[int] = ()) -> Table:
    """The register of acts, in the order of the screen where one is given, and then only those."""
    keys = (
        *("id", "kind", "body", "number", "on", "subject", "is_immediate", "published_on", "published_until"),
        *("publication_place", "enforceable_on", "enforceable_reason", "technical_opinion_on"),
        *("accounting_opinion_on", "auditor_opinion_on", "accession_id", "centre", "document_id", "file", "note"),
    )
    headers = (
        *(_("Numero"), _("Tipo"), _("Organo"), _("Numero dell'atto"), _("Data"), _("Oggetto")),
        *(_("Immediatamente eseguibile"), _("Pubblicato dal"), _("Pubblicato fino al"), _("Dove è pubblicato")),
        *(_("Esecutivo dal"), _("Motivo dell'esecutività"), _("Parere di regolarità tecnica")),
        *(_("Parere di regolarità contabile"), _("Parere dell'organo di revisione"), _("Pratica"), _("Centro")),
        *(_("Documento"), _("File"), _("Nota")),
    )
    rows = _in_order(survey_documents(store).acts, lambda row: row.act.id, order)
    said = saying(keys, kind=act_kind_label, body=body_label, is_immediate=yes_or_no)
    return Table(_("Atti"), keys, headers, tuple(_act_row(row) for row in rows), said)


def _document_row(row: DocumentRow) -> Row:
    one = row.document
    note = read_note(one.signature)
    signers = "; ".join(signer.name for signer in note.signers) if note else ""
    return (
        *(one.id, shown_name(one.name), one.title, one.kind, one.protocol_number, one.protocol_on, one.document_on),
        *(one.accession_id, row.accession.centre_name if row.accession else "", one.item_key),
        *(note.state if note else "", signers, one.origin, one.added_at, one.bytes, one.sha256),
        *(int(row.is_there), one.note),
    )


def _act_row(row: ActRow) -> Row:
    act = row.act
    return (
        *(act.id, act.kind, act.body, act.number, act.on, act.subject, int(act.is_immediate)),
        *(act.published_on, act.published_until, act.publication_place),
        *(act.enforceable_on or computed_enforceable(act), act.enforceable_reason),
        *(act.technical_opinion_on, act.accounting_opinion_on, act.auditor_opinion_on),
        *(act.accession_id, row.accession.centre_name if row.accession else ""),
        *(act.document_id, shown_name(row.document.name) if row.document else "", act.note),
    )


def _in_order(rows: Sequence[T], number: Callable[[T], int], order: Sequence[int]) -> list[T]:
    place = {one: position for position, one in enumerate(order)}
    known = [row for row in rows if not order or number(row) in place]
    return sorted(known, key=lambda row: place.get(number(row), 0))
