# SPDX-License-Identifier: EUPL-1.2
"""One line of the help: what it is about, what it says, who says so, and the page it leads to."""

from dataclasses import dataclass, replace

from app.domain.folding import fold, matches
from app.text import _


@dataclass(frozen=True, slots=True)
class Entry:
    """A page is named as the window knows it; key and page stay empty where it leads nowhere."""

    title: str
    text: str
    source: str = ""
    page: str = ""
    key: str = ""
    keys: tuple[str, ...] = ()  # of the keyboard

    def fits(self, words: str) -> bool:
        """Whether each of the folded words begins some word of it."""
        return matches(words, fold(f"{self.title} {self.text} {self.source} {' '.join(self.keys)}"))


def translated(entry: Entry) -> Entry:
    """The entry in the language in use; its words were marked for the catalogue where they stand."""
    return replace(entry, title=_(entry.title), text=_(entry.text), source=_(entry.source))
