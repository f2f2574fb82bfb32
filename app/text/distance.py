# SPDX-License-Identifier: EUPL-1.2
"""How far a day is, in the same words on every page."""

from app.text import _, language, ngettext


def days_away(days: int) -> str:
    """`fra 1.134 giorni`, `oggi`, `in ritardo di 3 giorni`; negative days lie behind us."""
    if days == 0:
        return _("oggi")
    shown = counted(abs(days))
    if days < 0:
        return ngettext("in ritardo di {count} giorno", "in ritardo di {count} giorni", -days).format(count=shown)
    return ngettext("fra {count} giorno", "fra {count} giorni", days).format(count=shown)


def counted(number: int) -> str:
    """`1.134` in Italian, `1,134` in English."""
    return f"{number:,}".replace(",", "." if language() == "it" else ",")
