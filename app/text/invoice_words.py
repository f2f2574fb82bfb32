# SPDX-License-Identifier: EUPL-1.2
"""The checks of an invoice, why an instalment is proposed, the lawful causes of a refusal, and its motivation."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from app.text import _, day, money


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


class Checked(Protocol):
    """A check as `domain.invoice_checks` gives it."""

    @property
    def reason(self) -> str:
        """The code of how it went."""
        ...

    @property
    def params(self) -> Mapping[str, object]:
        """The values that were compared."""
        ...


class Reasoned(Protocol):
    """What is proposed, with the codes of why."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes."""
        ...


_LABELS = {
    "supplier": _n("Fornitore"),
    "addressee": _n("Destinatario"),
    "cig": _n("CIG"),
    "cup": _n("CUP"),
    "contract_reference": _n("Riferimento al contratto"),
    "determination": _n("Determina di impegno"),
    "period": _n("Periodo"),
    "amount": _n("Importo e rata"),
    "currency": _n("Valuta"),
    "split_payment": _n("Scissione dei pagamenti"),
    "total": _n("Somma della fattura"),
    "duplicate": _n("Doppione"),
    "iban": _n("Conto dedicato (IBAN)"),
    "credit_note": _n("Fattura stornata"),
    "penalty": _n("Penali da detrarre"),
}
_REASONS = {
    "no_contract": _n("La fattura non è ancora legata a un contratto."),
    "no_schedule": _n("Il contratto non ha ancora rate con cui confrontarla."),
    "supplier.ok": _n("La partita IVA {found} è quella del contratto."),
    "supplier.not_told": _n("Il contratto non dice la partita IVA del fornitore; in fattura è {found}."),
    "supplier.other": _n("In fattura la partita IVA è {found}, nel contratto {expected}."),
    "addressee.ok": _n("È indirizzata all'ufficio {found}, come vuole il contratto."),
    "addressee.not_told": _n("Il contratto non dice il codice univoco ufficio; in fattura è {found}."),
    "addressee.other_body": _n("È intestata a {name}, codice fiscale {found}; il nostro è {expected}."),
    "addressee.other_office": _n("È indirizzata a un altro nostro ufficio, {found}; il contratto dice {expected}."),
    "addressee.unknown_office": _n("È indirizzata all'ufficio {found}; il contratto dice {expected}."),
    "cig.ok": _n("Il CIG {found} è quello del contratto."),
    "cig.not_told": _n("Il contratto non ha un CIG; in fattura c'è {found}."),
    "cig.nobody_tells": _n("Né la fattura né il contratto hanno un CIG."),
    "cig.missing": _n("Manca il CIG: il contratto ha {expected}."),
    "cig.is_parent": _n("{found} è il CIG della concessione (padre): ci vuole quello derivato, {expected}."),
    "cig.malformed": _n("{found} non è un CIG scritto bene; il contratto ha {expected}."),
    "cig.other": _n("Il CIG è {found}; il contratto ha {expected}."),
    "cig.several": _n("Accanto al CIG del contratto ce ne sono altri: {found}."),
    "cup.ok": _n("Il CUP {found} è quello del contratto."),
    "cup.not_told": _n("Il contratto non ha un CUP; in fattura c'è {found}."),
    "cup.nobody_tells": _n("Né la fattura né il contratto hanno un CUP."),
    "cup.missing": _n("Manca il CUP: il contratto ha {expected}."),
    "cup.malformed": _n("{found} non è un CUP scritto bene; il contratto ha {expected}."),
    "cup.other": _n("Il CUP è {found}; il contratto ha {expected}."),
    "cup.several": _n("Accanto al CUP del contratto ce ne sono altri: {found}."),
    "contract_reference.ok": _n("Nomina il contratto {found}."),
    "contract_reference.not_told": _n("Del contratto non è scritto il numero: non si può confrontare."),
    "contract_reference.missing": _n("Non nomina il contratto {expected}."),
    "contract_reference.other": _n("Nomina il contratto {found}; il nostro è {expected}."),
    "contract_reference.other_day": _n("Dice che il contratto {expected} è del {found}; è del {on}."),
    "determination.ok": _n("Nomina la determina {found}."),
    "determination.not_told": _n("Nel contratto non è scritta la determina di impegno: non si può confrontare."),
    "determination.missing": _n("Non nomina la determina {expected}{of_day}."),
    "determination.other_day": _n("Dice che la determina {expected} è del {found}; è del {on}."),
    "determination.no_day": _n("Nomina la determina {expected} ma non la sua data, {on}."),
    "period.ok": _n("Dal {since} al {until}, come la rata."),
    "period.not_told": _n("La fattura non dice a quale periodo si riferisce."),
    "period.other": _n("La fattura va dal {since} al {until}; la rata dal {starts_on} al {ends_on}."),
    "period.not_in_schedule": _n("Nessuna rata da pagare va dal {since} al {until}."),
    "amount.ok": _n("L'imponibile {found} è quello che ci si aspetta."),
    "amount.no_instalment": _n("Non si è trovata la rata che paga; l'imponibile è {found}."),
    "amount.more": _n("Chiede {found}, {difference} più di quanto resta della rata ({expected})."),
    "amount.less": _n("Chiede {found}, {difference} meno di quanto resta della rata ({expected})."),
    "amount.instalment_gone": _n("La rata del {on} a cui è abbinata non c'è più: abbinala di nuovo."),
    "amount.not_all_matched": _n("Di {found} sono abbinati {expected}; la differenza è {difference}."),
    "currency.other": _n("Gli importi sono in {found}, non in euro: non si confrontano con il contratto."),
    "split_payment.ok": _n("L'IVA è in scissione dei pagamenti, come dev'essere."),
    "split_payment.no_vat": _n("Non c'è IVA."),
    "split_payment.not_split": _n("L'IVA si paga al fornitore, come dice il canone."),
    "split_payment.missing": _n("L'IVA di {vat} non è in scissione dei pagamenti (art. 17-ter DPR 633/1972)."),
    "split_payment.not_wanted": _n("L'IVA è in scissione dei pagamenti, ma il canone dice di no."),
    "split_payment.ask": _n("L'IVA non è in scissione dei pagamenti e non c'è un canone che dica se è giusto."),
    "total.ok": _n("Imponibile e IVA danno {found}."),
    "total.not_told": _n("La fattura non dice il totale; imponibile e IVA danno {found}."),
    "total.other": _n("La fattura dice {found}, ma imponibile e IVA danno {expected}: {difference} di differenza."),
    "duplicate.ok": _n("Nessun'altra fattura dello stesso fornitore ha questo numero nello stesso anno."),
    "duplicate.same": _n("C'è già la fattura {number} del {on} dello stesso fornitore."),
    "duplicate.alike": _n(
        "La fattura {number} del {on} chiede lo stesso importo per lo stesso periodo, dal {since} al {until}."
    ),
    "duplicate.period": _n(
        "Il periodo dal {since} al {until} è già pagato per intero con la fattura {number} del {on}."
    ),
    "iban.ok": _n("{found} è il conto dedicato dichiarato."),
    "iban.not_told": _n("Nel contratto non c'è il conto dedicato (L. 136/2010); in fattura è {found}."),
    "iban.missing": _n("La fattura non dice l'IBAN."),
    "iban.malformed": _n("{found} non è un IBAN scritto bene."),
    "iban.other": _n("In fattura è {found}; il conto dedicato dichiarato è {expected}."),
    "credit_note.ok": _n("Storna la fattura {found}."),
    "credit_note.names_none": _n("La nota di credito non dice quale fattura storna."),
    "credit_note.not_here": _n("Storna la fattura {found}, che qui non c'è."),
    "credit_note.more": _n("Storna {found}, più della fattura ({expected})."),
    "penalty.to_deduct": _n("Ci sono penali da detrarre per {amount}."),
}
_PROPOSED = {
    "period": _n("stesso periodo"),
    "period_within": _n("periodo in parte uguale"),
    "amount": _n("stesso importo"),
    "joint": _n("più rate insieme"),
    "partial": _n("paga una parte della rata"),
    "credit": _n("rata pagata dalla fattura stornata"),
    "nearest": _n("rata più vicina alla data della fattura"),
    "typed": _n("scelta dall'ufficio"),
}
_GUESSED = {
    "cig": _n("stesso CIG"),
    "parent_cig": _n("CIG della sua concessione"),
    "reference": _n("nomina il contratto"),
    "cup": _n("stesso CUP"),
    "supplier": _n("stesso fornitore"),
}
_CAUSES = {
    "not_ours": _n("L'operazione non è stata fatta per questo ente"),
    "cig_or_cup": _n("CIG o CUP mancante o sbagliato"),
    "device_code": _n("Codice di repertorio del dispositivo medico mancante o sbagliato"),
    "medicine_code": _n("Codice AIC del farmaco o quantità mancante o sbagliata"),
    "determination": _n("Numero e data della determina di impegno mancanti o sbagliati"),
}


def check_label(code: str) -> str:
    """What is checked."""
    return _(_LABELS[code])


def check_words(check: Checked) -> str:
    """How a check went, with the values that were compared."""
    shown = {name: _shown(value) for name, value in check.params.items()}
    shown.setdefault("of_day", _of_day(check.params.get("on")))
    return _(_REASONS[check.reason]).format(**shown)


def proposal_words(proposal: Reasoned) -> str:
    """Why an instalment is proposed."""
    return reason_words(" ".join(proposal.reasons))


def reason_words(codes: str) -> str:
    """The reasons of a match as it was kept."""
    return ", ".join(_(_PROPOSED[code]) if code in _PROPOSED else code for code in codes.split())


def guess_words(guess: Reasoned) -> str:
    """Why a contract is thought of."""
    return ", ".join(_(_GUESSED[code]) for code in guess.reasons)


def cause_label(cause: str) -> str:
    """One of the five causes for which an invoice may be refused."""
    return _(_CAUSES[cause]) if cause in _CAUSES else cause


def refusal_text(invoice: str, cause: str, law: str, reason: str = "") -> str:
    """The motivation for the notice of refusal, ready to be pasted; the invoice as `invoice_name` says it."""
    told = _("Si rifiuta la {invoice}: {cause} ({law}).")
    words = told.format(invoice=invoice, cause=cause_label(cause), law=law)
    return f"{words} {reason}" if reason else words


def invoice_name(number: str, on: date, supplier: str) -> str:
    """`fattura n. 12 del 31/01/2026 di ...`."""
    return _("fattura n. {number} del {on} di {supplier}").format(number=number, on=day(on), supplier=supplier)


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return money(value)
    return day(value) if isinstance(value, date) else str(value)


def _of_day(value: object) -> str:
    return _(" del {day}").format(day=day(value)) if isinstance(value, date) else ""
