# SPDX-License-Identifier: EUPL-1.2
"""Names of files inside a package: the narrow set that is safe on every disk."""

import re
import unicodedata

NAME_PATTERN = r"\A(?:documents/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\Z"
"""Letters, digits and `. _ -`, in no folder or in `documents/`."""

_NAME = re.compile(NAME_PATTERN)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST_STEM, _LONGEST_ENDING = 60, 8


def is_safe_name(name: str) -> bool:
    """True for a name that no system reads as another place, a device or a hidden file."""
    last = name.rpartition("/")[2]
    return bool(_NAME.match(name)) and ".." not in name and not last.endswith(".") and not _RESERVED.fullmatch(last)


def document_name(position: int, name: str) -> str:
    """`documents/001-delibera.pdf` for the first file: its own name in plain letters, kept only to be recognised."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem, _dot, ending = plain.rpartition(".") if "." in plain.strip(".") else (plain, "", "")
    ending = re.sub(r"[^a-z0-9]+", "", ending.lower())[:_LONGEST_ENDING]
    stem = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:_LONGEST_STEM].strip("-") or "file"
    return f"documents/{position:03d}-{stem}" + (f".{ending}" if ending else "")
