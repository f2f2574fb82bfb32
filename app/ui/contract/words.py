# SPDX-License-Identifier: EUPL-1.2
"""How a contract reads: the names of its parts."""

from app.text import _


def section_title(key: str) -> str:
    """The name of a part, in the words of the office."""
    titles = {
        "overview": _("In breve"),
        "contract": _("Contratto"),
        "activation": _("Attivazione"),
        "people": _("Persone e garanzie"),
        "fees": _("Canone"),
        "invoices": _("Fatture"),
        "money": _("Spesa"),
        "levels": _("Livelli di servizio"),
        "changes": _("Modifiche"),
        "closing": _("Fine"),
    }
    return titles[key]
