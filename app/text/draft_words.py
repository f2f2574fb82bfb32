# SPDX-License-Identifier: EUPL-1.2
"""What a draft that was given out does not say, and what to do about it."""

from collections.abc import Sequence

from app.text import ngettext


def gaps_line(gaps: Sequence[str], *, is_signed: bool) -> str:
    """How many gaps, which ones where the file is to be signed as it is, and what to do; "" where there is none."""
    count = len(gaps)
    if not count:
        return ""
    if is_signed:
        return ngettext(
            "Nel file da firmare {count} parte è da completare: {what}. "
            "Scrivila nella pratica e crea di nuovo il file.",
            "Nel file da firmare {count} parti sono da completare: {what}. "
            "Scrivile nella pratica e crea di nuovo il file.",
            count,
        ).format(count=count, what=", ".join(gaps))
    return ngettext(
        "Nella bozza {count} parte è da completare, tra parentesi quadre.",
        "Nella bozza {count} parti sono da completare, tra parentesi quadre.",
        count,
    ).format(count=count)
