# SPDX-License-Identifier: EUPL-1.2
"""Words by which a service is found, and any typed text as a safe full-text query (reliability D16)."""

import re
import unicodedata
from collections.abc import Iterator

from app.domain.catalogue import Service

MAX_TOKENS = 32
MAX_TOKEN_LENGTH = 64

_APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4"
_ELIDED = re.compile(
    rf"(?<!\w)(?:[cdlmnstv]|un|gl|(?:[ad]a|[dn]e|su|co|que|be)ll|all|quest|sant)[{_APOSTROPHES}]+(?=\w)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")


def search_text(service: Service) -> str:
    """All words by which the service can be found, in both languages."""
    parts = [
        service.code,
        service.name,
        service.name_en,
        service.summary,
        service.summary_en,
        service.description,
        service.description_en,
        service.area,
        service.measure,
        *service.addressees,
        *service.keywords,
        *(law.text for law in service.legal_basis),
    ]
    return "\n".join(part for part in parts if part)


def fts_query(text: str) -> str:
    """An FTS5 MATCH string for every word of the text as a beginning; "" when it holds no word.

    Tokens are cut as the tokenizer unicode61 cuts them, and quoted: no character of the text is an operator.
    Elided articles are left out (l'acqua: acqua); a dotted acronym is also looked for without dots (C.I.G.).
    Only the first 32 words count.
    """
    plain = _ELIDED.sub(" ", text)
    parts: list[str] = []
    end = 0
    for acronym in _ACRONYM.finditer(plain):
        parts += map(_beginning, _tokens(plain[end : acronym.start()]))
        parts.append(_with_or_without_dots(acronym.group()))
        end = acronym.end()
    parts += map(_beginning, _tokens(plain[end:]))
    return " AND ".join(dict.fromkeys(parts[:MAX_TOKENS]))


def _with_or_without_dots(acronym: str) -> str:
    letters = list(_tokens(acronym))
    return f"({_beginning(''.join(letters))} OR {_beginning(' '.join(letters))})"


def _beginning(token: str) -> str:
    quoted = token.replace('"', '""')
    return f'"{quoted}"*'


def _tokens(text: str) -> Iterator[str]:
    token = ""
    for character in text:
        category = unicodedata.category(character)
        if category[0] in "LN" or category == "Co" or (token and category[0] == "M"):
            token += character
        elif token:
            yield token[:MAX_TOKEN_LENGTH]
            token = ""
    if token:
        yield token[:MAX_TOKEN_LENGTH]
