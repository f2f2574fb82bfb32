# SPDX-License-Identifier: EUPL-1.2
"""Text of the user as a file of another program can hold it (reliability X2)."""

import re

REPLACED = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no XML may hold."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile("\r\n|[\r\x85\u2028\u2029]")


def without_controls(text: str) -> str:
    """The text with each character that no XML may hold replaced visibly."""
    return _FORBIDDEN.sub(REPLACED, text)


def printable(text: str) -> str:
    """The same, with lines that end in one way only."""
    return without_controls(_LINES.sub("\n", text))
