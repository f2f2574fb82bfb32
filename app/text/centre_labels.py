# SPDX-License-Identifier: EUPL-1.2
"""The words for the keys of a centre and of a comparison of centres."""

from app.text import _
from app.text.catalogue_labels import fact_label


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KIND = {
    "CST": _n("Centro servizi territoriale (CST)"),
    "CIT": _n("Centro innovazione e tecnologie (CIT)"),
    "SMART_CITY": _n("Concessione di città intelligente (smart city)"),
    "SINGLE": _n("Concessione di un solo comune"),
}
_SHORT_KIND = {"SMART_CITY": _n("Smart city"), "SINGLE": _n("Un comune")}
_PLACE = {"inside": _n("Nel bacino"), "outside": _n("Fuori bacino"), "unknown": _n("Bacino ignoto")}
_VERDICT = {"same": _n("Lo stesso"), "different": _n("Diverso"), "unknown": _n("Non confrontabile")}
_FIELD = {
    "lead_authority": _n("Capofila"),
    "kind": _n("Tipo"),
    "province": _n("Provincia"),
    "catchment": _n("Bacino, province"),
}


def centre_kind_label(kind: str) -> str:
    """What kind of centre it is; the key itself where there is no word for it."""
    return _(_KIND[kind]) if kind in _KIND else kind


def short_centre_kind(kind: str) -> str:
    """The same for a narrow column."""
    return _(_SHORT_KIND[kind]) if kind in _SHORT_KIND else kind


def place_label(place: str) -> str:
    """Whether a centre is meant for us."""
    return _(_PLACE[place])


def verdict_label(verdict: str) -> str:
    """How centres compare in one point."""
    return _(_VERDICT[verdict])


def compared_label(kind: str, key: str) -> str:
    """What a row of a comparison is about, where it is no service."""
    return _(_FIELD[key]) if kind == "field" else fact_label(key)


def inferred_mark() -> str:
    """What stands behind a fact that was concluded."""
    return _("(dedotto, non letto in una fonte)")


def not_told() -> str:
    """Where no source tells."""
    return _("Le fonti consultate non lo dicono.")
