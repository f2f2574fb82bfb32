# SPDX-License-Identifier: EUPL-1.2
"""The keys of invoices in words: state, step, kind of document, way of payment, nature, when VAT is due."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_STATES = {
    "received": _n("Da esaminare"),
    "approved": _n("Approvata"),
    "refused": _n("Rifiutata"),
    "committed": _n("Impegnata"),
    "settled": _n("Liquidata"),
    "paid": _n("Pagata"),
}
_DONE = {
    "approve": _n("Fattura approvata"),
    "refuse": _n("Rifiuto registrato"),
    "commit": _n("Impegno registrato"),
    "settle": _n("Liquidazione registrata"),
    "pay": _n("Pagamento registrato"),
    "reopen": _n("Ultimo passo ripreso"),
}
_TO_DO = {
    "approve": _n("Approva la fattura"),
    "refuse": _n("Rifiuta la fattura"),
    "commit": _n("Registra l'impegno"),
    "settle": _n("Registra la liquidazione"),
    "pay": _n("Registra il pagamento"),
    "reopen": _n("Riprendi l'ultimo passo"),
}
_GROUPS = {
    "new": _n("Da esaminare"),
    "approved": _n("Approvate"),
    "to_pay": _n("Da pagare"),
    "paid": _n("Pagate"),
    "refused": _n("Rifiutate"),
}
# The lists of codes of FatturaPA, as its schema 1.2.x names them.
_TYPES = {
    "TD01": _n("Fattura"),
    "TD02": _n("Acconto o anticipo su fattura"),
    "TD03": _n("Acconto o anticipo su parcella"),
    "TD04": _n("Nota di credito"),
    "TD05": _n("Nota di debito"),
    "TD06": _n("Parcella"),
    "TD07": _n("Fattura semplificata"),
    "TD08": _n("Nota di credito semplificata"),
    "TD24": _n("Fattura differita"),
    "TD25": _n("Fattura differita"),
}
_METHODS = {
    "MP01": _n("contanti"),
    "MP02": _n("assegno"),
    "MP03": _n("assegno circolare"),
    "MP04": _n("contanti presso Tesoreria"),
    "MP05": _n("bonifico"),
    "MP07": _n("bollettino bancario"),
    "MP08": _n("carta di pagamento"),
    "MP12": _n("RIBA"),
    "MP13": _n("MAV"),
    "MP15": _n("giroconto su conti di contabilità speciale"),
    "MP16": _n("domiciliazione bancaria"),
    "MP17": _n("domiciliazione postale"),
    "MP18": _n("bollettino di conto corrente postale"),
    "MP19": _n("addebito diretto SEPA"),
    "MP20": _n("addebito diretto SEPA"),
    "MP21": _n("addebito diretto SEPA tra imprese"),
    "MP22": _n("trattenuta su somme già riscosse"),
    "MP23": _n("pagoPA"),
}
_NATURES = {
    "N1": _n("escluso dall'IVA (art. 15)"),
    "N2": _n("non soggetto a IVA"),
    "N3": _n("non imponibile"),
    "N4": _n("esente da IVA"),
    "N5": _n("regime del margine"),
    "N6": _n("inversione contabile"),
    "N7": _n("IVA assolta in un altro Stato dell'UE"),
}
_DUE_VAT = {
    "I": _n("IVA a esigibilità immediata"),
    "D": _n("IVA a esigibilità differita"),
    "S": _n("scissione dei pagamenti: l'IVA la versa l'ente"),
}
_NODES = {
    "order": _n("Ordine d'acquisto"),
    "contract": _n("Contratto"),
    "convention": _n("Convenzione"),
    "receipt": _n("Ricezione"),
    "linked": _n("Fattura collegata"),
}
_SIGNATURES = {
    "none": _n("Senza firma"),
    "not_verified": _n("Firma non verificata"),
    "broken": _n("Firma che non torna"),
    "inside": _n("Firma nel file, non verificata"),
}


def state_label(state: str) -> str:
    """Where an invoice stands, by its key."""
    return _(_STATES[state])


def group_label(key: str) -> str:
    """The invoices with which the same is to be done; all of them for any other key."""
    return _(_GROUPS[key]) if key in _GROUPS else _("Tutte")


def step_label(step: str) -> str:
    """What was done, as it is read in a list."""
    return _(_DONE[step])


def to_do_label(step: str) -> str:
    """What is to be done, as a button says it."""
    return _(_TO_DO[step])


def type_label(code: str) -> str:
    """`Nota di credito`; a kind without words keeps its code."""
    return _(_TYPES[code]) if code in _TYPES else _("Documento {code}").format(code=code)


def method_label(code: str) -> str:
    """`bonifico`; an unknown way keeps its code."""
    return _(_METHODS[code]) if code in _METHODS else code


def nature_label(code: str) -> str:
    """`N2.2, non soggetto a IVA`: the code with the words of its group."""
    words = _NATURES.get(code[:2], "")
    return f"{code}, {_(words)}" if words else code


def due_vat_label(codes: str) -> str:
    """When VAT is due, and by whom; several joined by a space."""
    return "; ".join(_(_DUE_VAT[code]) if code in _DUE_VAT else code for code in codes.split())


def node_label(node: str) -> str:
    """Where in the file a code was written."""
    return _(_NODES[node]) if node in _NODES else node


def signature_label(key: str) -> str:
    """How the file is signed."""
    return _(_SIGNATURES[key]) if key in _SIGNATURES else _("Firma non verificata")
