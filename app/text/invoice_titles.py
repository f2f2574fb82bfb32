# SPDX-License-Identifier: EUPL-1.2
"""The name of each action on invoices, as the history and the menus say it."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


INVOICE_TITLES: dict[str, str] = {
    "invoice.imported": _n("Fattura ricevuta: {name}"),
    "invoices.imported": _n("File di fatture ricevuti: {count}"),
    "invoice.assigned": _n("Fattura {number} legata a «{name}»"),
    "invoice.unassigned": _n("Fattura {number} di {name} slegata dal contratto"),
    "invoice.received_set": _n("Data di consegna SdI: fattura {number}"),
    "invoice.corrected": _n("Dati della fattura {number} di {name}"),
    "invoice.matched": _n("Fattura {number} di {name} abbinata alle rate"),
    "invoice.unmatched": _n("Fattura {number} di {name} staccata dalle rate"),
    "invoice.removed": _n("Fattura eliminata: {number} di {name}"),
    "invoice.step_approve": _n("Fattura {number} di {name} approvata"),
    "invoice.step_refuse": _n("Fattura {number} di {name} rifiutata"),
    "invoice.step_commit": _n("Impegno della fattura {number} di {name}"),
    "invoice.step_settle": _n("Liquidazione della fattura {number} di {name}"),
    "invoice.step_pay": _n("Pagamento della fattura {number} di {name}"),
    "invoice.step_reopen": _n("Passo ripreso: fattura {number} di {name}"),
}
