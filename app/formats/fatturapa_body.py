# SPDX-License-Identifier: EUPL-1.2
"""One FatturaElettronicaBody: general part, codes of every node, lines, VAT, terms of payment, attachments by name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.invoice_files import InvoiceAttachment, InvoiceBody, InvoiceLine, PaymentTerm, VatSummary
from app.domain.invoices import CREDIT_NOTES, InvoiceReference
from app.errors import UserError
from app.formats.fatturapa_xml import Node

_GENERAL = "DatiGenerali/DatiGeneraliDocumento"
_NODES = {
    "DatiOrdineAcquisto": "order",
    "DatiContratto": "contract",
    "DatiConvenzione": "convention",
    "DatiRicezione": "receipt",
    "DatiFattureCollegate": "linked",
}
_MOST_REFERENCES = 2000
_NOTHING = Decimal("0.00")


def read_body(node: Node, file: str) -> InvoiceBody:
    """An invoice; UserError `invoice.*` for what no invoice lacks or holds."""
    general = node.needed(_GENERAL)
    lines = tuple(_line(one) for one in node.every("DatiBeniServizi/DettaglioLinee"))
    summaries = tuple(_summary(one) for one in node.every("DatiBeniServizi/DatiRiepilogo"))
    payments = tuple(_payment(one) for one in node.every("DatiPagamento/DettaglioPagamento"))
    if not lines and not summaries:
        raise UserError("invoice.incomplete", file=file, name="DatiBeniServizi")
    kind = general.needed("TipoDocumento").code("").upper()
    taxable = sum((one.taxable for one in summaries), _NOTHING) if summaries else _sum(one.total for one in lines)
    vat = sum((one.vat for one in summaries), _NOTHING)
    is_told = bool(general.one("ImportoTotaleDocumento"))
    total = general.cents("ImportoTotaleDocumento") if is_told else taxable + vat
    sign = _sign(kind, total, file)
    return InvoiceBody(
        type=kind,
        number=_needed(general, "Numero", file),
        on=_needed_day(general, file),
        currency=general.code("Divisa") or "EUR",
        total=total * sign,
        is_total_told=is_told,
        taxable=taxable * sign,
        vat=vat * sign,
        rounding=general.cents("Arrotondamento"),
        stamp=general.cents("DatiBollo/ImportoBollo"),
        withholding=sum((one.cents("ImportoRitenuta") for one in general.every("DatiRitenuta")), _NOTHING),
        due_vat=" ".join(dict.fromkeys(one.due for one in summaries if one.due)),
        due_on=min((one.due_on for one in payments if one.due_on), default=None),
        iban=next((one.iban for one in payments if one.iban), ""),
        period_from=min((one.period_from for one in lines if one.period_from), default=None),
        period_to=max((one.period_to for one in lines if one.period_to), default=None),
        references=_references(node, file),
        purpose="\n".join(filter(None, (one.text() for one in general.every("Causale")))),
        lines=lines,
        summaries=summaries,
        payments=payments,
        attachments=tuple(_attachment(one) for one in node.every("Allegati")),
    )


def _sign(kind: str, total: Decimal, file: str) -> int:
    """-1 where a credit note was written with a minus, which its kind says already."""
    if total >= 0:
        return 1
    if kind not in CREDIT_NOTES:
        raise UserError("invoice.negative_total", file=file, total=total)
    return -1


def _needed(general: Node, name: str, file: str) -> str:
    found = general.code(name)
    if not found:
        raise UserError("invoice.incomplete", file=file, name=name)
    return found


def _needed_day(general: Node, file: str) -> date:
    found = general.day("Data")
    if found is None:
        raise UserError("invoice.incomplete", file=file, name="Data")
    return found


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((one for one in amounts if one is not None), _NOTHING).quantize(_NOTHING)


def _references(node: Node, file: str) -> tuple[InvoiceReference, ...]:
    """Each once: nodes that say the same of several lines are one of all these lines."""
    lines: dict[InvoiceReference, list[tuple[int, ...]]] = {}
    for name, kind in _NODES.items():
        for one in node.every(f"DatiGenerali/{name}"):
            told = _reference(one, kind)
            lines.setdefault(replace(told, lines=()), []).append(told.lines)
    if len(lines) > _MOST_REFERENCES:
        raise UserError("invoice.too_complex", file=file)
    return tuple(replace(one, lines=_together(of)) for one, of in lines.items())


def _together(lines: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The lines of all; none, which means the whole invoice, where one of them names none."""
    return tuple(number for some in lines for number in some) if all(lines) else ()


def _reference(node: Node, kind: str) -> InvoiceReference:
    return InvoiceReference(
        node=kind,
        lines=tuple(one.whole("") for one in node.every("RiferimentoNumeroLinea")),
        document=node.code("IdDocumento"),
        on=node.day("Data"),
        item=node.code("NumItem"),
        convention=node.text("CodiceCommessaConvenzione"),
        cup=node.code("CodiceCUP"),
        cig=node.code("CodiceCIG"),
    )


def _line(node: Node) -> InvoiceLine:
    return InvoiceLine(
        number=node.whole("NumeroLinea"),
        description=node.text("Descrizione"),
        quantity=node.amount("Quantita"),
        unit=node.code("UnitaMisura"),
        unit_price=node.amount("PrezzoUnitario"),
        total=node.amount("PrezzoTotale"),
        vat_rate=node.amount("AliquotaIVA"),
        nature=node.code("Natura"),
        period_from=node.day("DataInizioPeriodo"),
        period_to=node.day("DataFinePeriodo"),
        reference=node.text("RiferimentoAmministrazione"),
        others=tuple(_other(one) for one in node.every("AltriDatiGestionali")),
    )


def _other(node: Node) -> tuple[str, str]:
    words = (node.text("RiferimentoTesto"), node.code("RiferimentoNumero"), node.code("RiferimentoData"))
    return node.code("TipoDato"), " ".join(filter(None, words))


def _summary(node: Node) -> VatSummary:
    return VatSummary(
        rate=node.amount("AliquotaIVA"),
        nature=node.code("Natura"),
        taxable=node.cents("ImponibileImporto"),
        vat=node.cents("Imposta"),
        rounding=node.cents("Arrotondamento"),
        due=node.code("EsigibilitaIVA").upper(),
        law=node.text("RiferimentoNormativo"),
    )


def _payment(node: Node) -> PaymentTerm:
    return PaymentTerm(
        method=node.code("ModalitaPagamento"),
        due_on=node.day("DataScadenzaPagamento"),
        amount=node.amount("ImportoPagamento"),
        payee=node.text("Beneficiario"),
        bank=node.text("IstitutoFinanziario"),
        iban="".join(node.code("IBAN").split()).upper(),
    )


def _attachment(node: Node) -> InvoiceAttachment:
    return InvoiceAttachment(
        name=node.text("NomeAttachment"),
        format=node.code("FormatoAttachment"),
        description=node.text("DescrizioneAttachment"),
        bytes=node.one("Attachment").weight() * 3 // 4,
    )
