# SPDX-License-Identifier: EUPL-1.2
"""The lists of ANAC for changes in words: kinds, reasons, early ends, letters of article 189."""

from collections.abc import Mapping
from decimal import Decimal

from app.text import _, ngettext
from app.text.number_words import shown_number


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KIND = {
    "addendum": _n("Atto aggiuntivo"),
    "price_revision": _n("Revisione dei prezzi"),
    "plan_revision": _n("Revisione del piano economico-finanziario"),
    "suspension": _n("Sospensione"),
    "resumption": _n("Ripresa"),
    "extension": _n("Proroga"),
    "termination": _n("Risoluzione"),
    "withdrawal": _n("Recesso"),
    "substitution": _n("Subentro del fornitore"),
    "cup_change": _n("Variazione del CUP"),
}
_MODIFICATION = {
    "add-wss": _n("Servono altri lavori, servizi o forniture dello stesso fornitore"),
    "mod-cir": _n("Circostanze che non si potevano prevedere"),
    "mod-minv": _n("Modifica di valore basso, sotto le soglie"),
    "mod-nons": _n("Modifica non sostanziale"),
    "mod-repl": _n("Sostituzione del contraente"),
    "mod-rev": _n("Clausola di revisione o opzione già scritta"),
}
_PRICE = {
    "1": _n("Clausola del bando"),
    "2": _n("Disposizione di legge"),
    "3": _n("Compensazioni"),
    "4": _n("Contratti di energia"),
    "5": _n("Altro"),
}
_EARLY_END = {
    "award_revoked": _n("Revoca dell'aggiudicazione"),
    "breach": _n("Risoluzione per inadempimento"),
    "authority_withdrawal": _n("Recesso della stazione appaltante"),
    "contractor_withdrawal": _n("Recesso dell'appaltatore"),
    "antimafia": _n("Recesso per antimafia"),
    "insolvency": _n("Insolvenza"),
    "court": _n("Inefficacia dichiarata dal giudice"),
    "self_redress": _n("Annullamento in autotutela"),
}
_CUP = {
    "1": _n("Errore o omissione"),
    "2": _n("Progetto individuato dopo"),
    "3": _n("Sostituzione secondo la delibera CIPE 63/2020"),
}
_LETTER = {
    "a": _n("a) clausole chiare già nei documenti di gara"),
    "b": _n("b) lavori o servizi in più, necessari"),
    "c": _n("c) circostanze impreviste e imprevedibili"),
}
_REASONS = {
    "addendum": _MODIFICATION,
    "plan_revision": _MODIFICATION,
    "extension": _MODIFICATION,
    "substitution": _MODIFICATION,
    "price_revision": _PRICE,
    "termination": _EARLY_END,
    "withdrawal": _EARLY_END,
    "cup_change": _CUP,
}


def change_kind_label(key: str) -> str:
    """What kind of change."""
    return _said(_KIND, key)


def change_reasons(kind: str) -> tuple[tuple[str, str], ...]:
    """The reasons that ANAC lists for a kind of change, each key with its words; none for a suspension."""
    return tuple((key, _(words)) for key, words in _REASONS.get(kind, {}).items())


def change_reason_label(kind: str, key: str) -> str:
    """A reason in words."""
    return _said(_REASONS.get(kind, {}), key) if key else ""


def letter_label(key: str) -> str:
    """A letter of article 189 paragraph 1 in words."""
    return _said(_LETTER, key)


def _said(words: Mapping[str, str], key: str) -> str:
    """The words of a key, or the key itself where it is none of ours; nothing for none."""
    found = words.get(key, key)
    return _(found) if found else ""


def addenda_words(count: int, share: Decimal | None, *, is_over: bool) -> str:
    """What the addenda make together, `is_over` more than half; nothing while there is none, or no initial value."""
    if share is None:
        return ""
    words = ngettext(
        "{count} atto aggiuntivo: {percent} % del valore iniziale.",
        "{count} atti aggiuntivi: insieme {percent} % del valore iniziale.",
        count,
    )
    percent = shown_number(round(share * 100, 1)).removesuffix(",0")
    told = words.format(count=count, percent=percent)
    more = _("{told} Il limite della metà vale per ogni atto (art. 189 c. 1 D.Lgs. 36/2023).")
    return more.format(told=told) if is_over else told
