# SPDX-License-Identifier: EUPL-1.2
"""What payments and budget lines refuse and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


MONEY_SENTENCES: dict[str, str] = {
    "payment.of_one": _n(
        "Un pagamento è di un contratto oppure di una concessione. Nulla è stato registrato. Scegli quale."
    ),
    "payment.day_missing": _n("Manca la data del pagamento. Nulla è stato cambiato. Scrivi quella del mandato."),
    "payment.amount_missing": _n("Manca l'importo. Nulla è stato registrato. Scrivilo, per esempio 1.234,50."),
    "payment.amount_zero": _n("Un pagamento di zero euro non si registra. Nulla è stato cambiato. Scrivi l'importo."),
    "payment.unknown_field": _n("Il campo «{name}» non è di un pagamento. Nulla è stato cambiato."),
    "payment.invoice_of_another": _n(
        "La fattura {number} è di un altro contratto. Nulla è stato cambiato. Scegli una fattura di questo."
    ),
    "payment.invoice_refused": _n(
        "La fattura {number} è rifiutata: non si paga. Nulla è stato cambiato. Scegli un'altra fattura, o nessuna."
    ),
    "payment.more_than_invoice": _n(
        "Della fattura {number} restano da pagare al fornitore {left}. Nulla è stato cambiato. "
        "Correggi l'importo, o togli la fattura."
    ),
    "payment.of_paid_invoice": _n(
        "Con questo pagamento la fattura {number} è pagata. Nulla è stato cambiato. "
        "Riprendi prima il pagamento nella fattura, con il motivo."
    ),
    "budget.of_one": _n(
        "Una riga di spesa è di un contratto oppure di una concessione. Nulla è stato scritto. Scegli quale."
    ),
    "budget.unknown_field": _n("Il campo «{name}» non è di una riga di spesa. Nulla è stato cambiato."),
    "budget.year_missing": _n("Manca l'esercizio. Nulla è stato cambiato. Scrivi l'anno, per esempio 2027."),
    "budget.year_unlikely": _n("L'esercizio {year} non è tra {first} e {last}. È rimasto quello di prima. Correggilo."),
    "budget.amount_negative": _n("L'importo previsto o impegnato non può essere sotto zero. Correggilo."),
    "budget.spending_unknown": _n(
        "La spesa è un acquisto o un trasferimento. È rimasta quella di prima. Scegli una delle due."
    ),
}
