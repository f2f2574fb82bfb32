# SPDX-License-Identifier: EUPL-1.2
"""The names of what is done with payments and budget lines, as the history and the menus say them."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


MONEY_TITLES: dict[str, str] = {
    "payment.made": _n("Pagamento di {amount}: {name}"),
    "payment.corrected": _n("Modifica del pagamento di {amount}: {name}"),
    "payment.removed": _n("Eliminazione del pagamento di {amount}: {name}"),
    "budget.line_added": _n("Riga di spesa {year}: {name}"),
    "budget.line_corrected": _n("Modifica della riga di spesa {year}: {name}"),
    "budget.line_removed": _n("Eliminazione della riga di spesa {year}: {name}"),
}
