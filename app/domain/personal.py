# SPDX-License-Identifier: EUPL-1.2
"""Words written by hand that are to be published: what names or reaches a person is taken out of them."""

import re
from collections.abc import Iterable

from app.domain.invoice_amounts import is_iban

_ACCOUNT = re.compile(
    r"(?<!\w)(?:(?:IT|SM)[ .-]?\d{2}[ .-]?[A-Z](?:[ .-]?\d){10}(?:[ .-]?[0-9A-Z]){12}"  # any, also a mistyped one
    r"|[A-Z]{2}\d{2}[0-9A-Z]{11,30})(?!\w)",
    re.IGNORECASE,
)
_SPACED_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: [0-9A-Z]{4}){2,7}(?: [0-9A-Z]{1,3})?(?!\w)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FISCAL_CODE = re.compile(
    r"\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w/])(?:\+39[ .]?)?(?:0\d{1,3}|3\d{2})[ ./-]?\d{5,8}(?!\w)")


def without_people(words: str, names: Iterable[str], instead: str) -> str:
    """The words with the known names, addresses, telephone numbers, fiscal codes and bank accounts replaced.

    A name is found as written and with the family name first; a name that nobody told us stays.
    """
    for name in sorted({one.strip() for one in names if one.strip()}, key=len, reverse=True):
        words = _name(name).sub(instead, words)
    words = _SPACED_ACCOUNT.sub(lambda found: instead if is_iban(found[0]) else found[0], words)
    for pattern in (_ACCOUNT, _ADDRESS, _FISCAL_CODE, _PHONE):
        words = pattern.sub(instead, words)
    return words


def _name(name: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in name.split()]
    turned = [*parts[1:], parts[0]]
    either = "|".join(r"\s+".join(order) for order in (parts, turned, [parts[-1], *parts[:-1]]))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
