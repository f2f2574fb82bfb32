# SPDX-License-Identifier: EUPL-1.2
"""Names of files inside a package: the narrow set that is safe on every disk."""

import re
import unicodedata

NAME_PATTERN = r"\A(?:documents/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\Z"
"""Letters, digits and `. _ -`, in no folder or in `documents/`."""

_NAME = re.compile(NAME_PATTERN)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST_STEM, _LONGEST_ENDING, _MOST_ENDINGS = 60, 8, 3
_AROUND_ANOTHER = ("p7m", "p7s")  # a signed file shows what it holds: `delibera.pdf.p7m`


def is_safe_name(name: str) -> bool:
    """True for a name that no system reads as another place, a device or a hidden file."""
    last = name.rpartition("/")[2]
    return bool(_NAME.match(name)) and ".." not in name and not last.endswith(".") and not _RESERVED.fullmatch(last)


def document_name(position: int, name: str) -> str:
    """`documents/001-delibera.pdf` for the first file: its own name in plain letters, kept only to be recognised."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode().lower()
    stem, endings = plain, ""
    for _signed_and_signed in range(_MOST_ENDINGS):
        rest, dot, ending = stem.rpartition(".")
        ending = re.sub(r"[^a-z0-9]+", "", ending)
        if not dot or not rest or not 0 < len(ending) <= _LONGEST_ENDING:
            break
        stem, endings = rest, f".{ending}{endings}"
        if ending not in _AROUND_ANOTHER:
            break
    stem = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:_LONGEST_STEM].strip("-") or "file"
    return f"documents/{position:03d}-{stem}{endings}"
