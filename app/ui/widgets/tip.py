# SPDX-License-Identifier: EUPL-1.2
"""Hints that appear beside the pointer: Qt takes for markup what looks like it, so words of people go through here."""

import html


def tip(words: str) -> str:
    """The words for `setToolTip` or a tooltip role, shown letter by letter whatever they look like."""
    if "<" not in words and "&" not in words:
        return words
    return f"<qt>{html.escape(words)}</qt>".replace("\n", "<br>")
