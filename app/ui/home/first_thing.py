# SPDX-License-Identifier: EUPL-1.2
"""The first thing to do: what the one primary button of Inizio says, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _

if TYPE_CHECKING:
    from app.actions.overview import Overview

PRINT = "print"
_ORDER = ("open_data", "office", "backup")
PLACES = {
    "comune": ("settings", "office"),
    "office": ("settings", "office"),
    "open_data": ("funding", "import"),
    "catalogue": ("catalogue", ""),
    "backup": ("settings", "backup"),
}
"""Where each of the five first things is done: a page and a key of it."""


def first_thing(seen: Overview) -> str:
    """The key of the starting point to do first; PRINT where nothing is missing."""
    missing = {point.key for point in seen.starting_points if not point.is_done}
    return next((key for key in _ORDER if key in missing), PRINT)


def deed(key: str) -> str:
    """What a starting point asks to do, as a button says it."""
    return {
        "comune": _("Cambia comune"),
        "office": _("Completa i dati dell'ufficio"),
        "open_data": _("Importa dati aperti"),
        "catalogue": _("Apri il catalogo"),
        "backup": _("Fai la prima copia di sicurezza"),
        PRINT: _("Stampa il riepilogo"),
    }[key]
