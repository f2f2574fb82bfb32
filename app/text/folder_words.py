# SPDX-License-Identifier: EUPL-1.2
"""The heads of the index of a whole file, as the registry reads it."""

from app.text import _


def index_headers() -> tuple[str, ...]:
    """Number, file, title, kind, protocol with its day, day, size, hash."""
    return (
        _("N."),
        _("File"),
        _("Titolo"),
        _("Tipo"),
        _("Numero di protocollo"),
        _("Data di protocollo"),
        _("Data del documento"),
        _("Byte"),
        _("Impronta SHA-256"),
    )
