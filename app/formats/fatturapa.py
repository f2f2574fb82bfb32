# SPDX-License-Identifier: EUPL-1.2
"""Electronic invoices of FatturaPA, XML or in an envelope .p7m, and the messages of SdI that come beside them.

Read leniently from 1.0 to 1.2.3, since SdI has held each against its schema; what no invoice is, is refused.
"""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from app.domain.file_names import shown_name
from app.domain.invoice_files import InvoiceFile, InvoiceParty, SdiNote
from app.domain.signatures import SignedFile, Signer
from app.errors import UserError
from app.formats.cades import enclosed_in
from app.formats.fatturapa_body import read_body
from app.formats.fatturapa_xml import MAX_BYTES, Node, local_name, parse
from app.formats.signed_files import read_signed

SUFFIXES = (".xml", ".p7m")
"""Of the files that a folder is looked through for."""
_ROOT = "FatturaElettronica"
_SDI_ROOTS = ("MetadatiInvioFile", "RicevutaConsegna")
_VERSION = re.compile(r"versione_([0-9]\.[0-9](?:\.[0-9]+[a-z]?)?)")
_SCHEMA = "schemaLocation"
_MOST_BODIES = 1000
_MARKUP = b"<"
_OPEN_TO_ALL = ("signature.no_signer", "signature.no_certificate", "signature.unreadable", "signature.too_many_signers")
"""Faults of signatures that do not keep us from reading what was signed."""


def read_invoice_file(name: str, content: bytes) -> InvoiceFile:
    """All that a file tells; UserError `invoice.*`, or `signature.*` for an envelope that cannot be opened."""
    inner, signature, signers = _opened(name, content)
    root = parse(inner, name)
    if local_name(root) != _ROOT:
        raise UserError("invoice.wrong_root", file=name, root=local_name(root)[:40])
    node = Node(root, name)
    header = node.needed("FatturaElettronicaHeader")
    bodies = node.every("FatturaElettronicaBody")
    if not bodies:
        raise UserError("invoice.incomplete", file=name, name="FatturaElettronicaBody")
    if len(bodies) > _MOST_BODIES:
        raise UserError("invoice.too_complex", file=name)
    is_signed_inside = any(local_name(child) == "Signature" for child in root)
    sent = header.one("DatiTrasmissione")
    form = sent.code("FormatoTrasmissione") or shown_name(root.get("versione", "")[:20])
    return InvoiceFile(
        name=name,
        version=_version(root) or form,
        format=form,
        transmission=sent.code("ProgressivoInvio"),
        recipient_code=sent.code("CodiceDestinatario"),
        supplier=_party(header.needed("CedentePrestatore"), name),
        recipient=_party(header.needed("CessionarioCommittente"), name),
        bodies=tuple(read_body(one, name) for one in bodies),
        signature="inside" if is_signed_inside and signature == "none" else signature,
        signers=tuple(replace(one, name=shown_name(one.name)) for one in signers),
    )


def read_sdi_note(name: str, content: bytes) -> SdiNote | None:
    """What a message of SdI tells of an invoice; None for any other file."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARKUP) and not content.startswith((b"\xfe", b"\xff")):
        return None
    try:
        root = parse(content, name)
        if local_name(root) not in _SDI_ROOTS:
            return None
        node = Node(root, name)
        delivered = node.day("DataOraConsegna")
        return SdiNote(node.text("NomeFile"), node.code("IdentificativoSdI"), delivered)
    except UserError:
        return None


def _opened(name: str, content: bytes) -> tuple[bytes, str, tuple[Signer, ...]]:
    """The XML, what its envelope is worth, and who signed it."""
    if len(content) > MAX_BYTES:
        raise UserError("invoice.too_large", file=name, limit=MAX_BYTES // 1_000_000)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARKUP):
        return content, "none", ()
    try:
        signed: SignedFile = read_signed(content, name)
    except UserError as error:
        inner = enclosed_in(content, name) if error.code in _OPEN_TO_ALL else None
        if inner is None:
            raise
        return inner, "broken", ()
    if signed.kind != "cades":
        return content, "none", ()
    return signed.content, "not_verified" if signed.is_intact else "broken", signed.signers


def _version(root: Element) -> str:
    """The version of the schema, where the file names that."""
    told = " ".join(value for key, value in root.attrib.items() if key.endswith(_SCHEMA))
    found = _VERSION.search(told)
    return found[1] if found else ""


def _party(node: Node, file: str) -> InvoiceParty:
    who = node.needed("DatiAnagrafici")
    country, code = who.code("IdFiscaleIVA/IdPaese"), who.code("IdFiscaleIVA/IdCodice")
    person = " ".join(filter(None, (who.text("Anagrafica/Nome"), who.text("Anagrafica/Cognome"))))
    name = who.text("Anagrafica/Denominazione", 300) or person[:300]
    if not name:
        raise UserError("invoice.incomplete", file=file, name="Anagrafica")
    return InvoiceParty(
        name=name,
        vat=f"{country}{code}".upper() if code else "",
        fiscal_code=who.code("CodiceFiscale").upper(),
        address=_address(node.one("Sede")),
        reference=node.text("RiferimentoAmministrazione"),
    )


def _address(node: Node) -> str:
    street = " ".join(filter(None, (node.text("Indirizzo"), node.code("NumeroCivico"))))
    province = node.code("Provincia")
    town = " ".join(filter(None, (node.code("CAP"), node.text("Comune"), f"({province})" if province else "")))
    return ", ".join(filter(None, (street, town)))
