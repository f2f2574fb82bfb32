# SPDX-License-Identifier: EUPL-1.2
"""Names of files that came from elsewhere: shown so that nothing hides in them, saved so that no system trips on them.

A name is text and never a path (reliability S1): the bytes are kept by their hash, and only a name made by
`safe_name` ever reaches a disk.
"""

import re
import unicodedata
from collections.abc import Collection

OPENED = ("pdf", "p7m", "xml", "odt", "docx", "xlsx", "csv", "txt", "jpg", "jpeg", "png", "eml")
"""Endings of files that may be opened (reliability D19); all others are only saved with a name."""
MOST_BYTES = 255
"""What a name may take on the disks in use."""

_LONGEST = 255  # characters that are kept of a name
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # control, marks of direction, halves of letters, unknown ones
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MANY_MARKS = re.compile(
    r"((?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){3})([\u0300-\u036f\u1ab0-\u20ff]+)"
)
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
_FALLBACK = "documento"
_SIGNED = ("p7m", "p7s")
_LONGEST_ENDING = 12


def ending(name: str) -> str:
    """The ending in small letters without its dot, "" where there is none; that of a signed file is `p7m`."""
    stem, dot, last = name.strip(" .").rpartition(".")
    return last.casefold() if dot and stem else ""


def inner_ending(name: str) -> str:
    """The ending of what a signed file holds: `pdf` of `delibera.pdf.p7m`; else the ending itself."""
    while ending(name) in _SIGNED:
        name = name.strip(" .").rpartition(".")[0]
    return ending(name)


def is_opened(name: str) -> bool:
    """True for a kind of file that may be opened; never for a name in which something hides."""
    return shown_name(name) == name and ending(name) in OPENED and ending(safe_name(name)) == ending(name)


def shown_name(name: str) -> str:
    """The name as people may see it: what is invisible or turns the direction of writing stands as `«U+202E»`."""
    inside = name.strip(" ")
    before, _inside, after = name.partition(inside) if inside else (name, "", "")
    shown = "".join(_marked(letter) if _hides(letter) else letter for letter in inside)
    shown = _MANY_MARKS.sub(lambda found: f"{found[1]}«+{len(found[2])}»", shown)
    return f"{_marked(' ') * len(before)}{shown}{_marked(' ') * len(after)}"


def kept_name(name: str) -> str:
    """The name as the store keeps it: as it came, but for bytes that are no letters and for what is too long."""
    whole = name.encode("utf-8", "replace").decode() or _FALLBACK
    if len(whole) <= _LONGEST:
        return whole
    stem, last = _parts(whole)
    return stem[: _LONGEST - len(last)] + last


def safe_name(name: str, fallback: str = _FALLBACK) -> str:
    """A name that every system takes and none reads as a path, a device or an option; the ending is kept."""
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join("_" if _hides(letter) else letter for letter in plain)
    plain = _FORBIDDEN.sub("_", plain).strip(" .").lstrip("-~ ")
    if not plain.strip("_. "):
        plain = fallback
    if plain.partition(".")[0].strip(" ").casefold() in _RESERVED:
        plain = f"_{plain}"
    return _cut(plain)


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or one with a number before its ending where `taken` (in small letters) has it already."""
    stem, last = _parts(name)
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = _cut(f"{stem} ({number}){last}")
    return found


def _hides(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category in _HIDDEN or (category == "Zs" and letter != " ")


def _marked(letter: str) -> str:
    return f"«U+{ord(letter):04X}»"


def _parts(name: str) -> tuple[str, str]:
    """What stands before the ending, and the ending with its dot: `.pdf.p7m` for a signed file."""
    stem, dot, last = name.rpartition(".")
    if not dot or not stem or len(last) > _LONGEST_ENDING:
        return name, ""
    if last.casefold() in _SIGNED:
        stem, inner = _parts(stem)
        return stem, f"{inner}.{last}"
    return stem, f".{last}"


def _cut(name: str) -> str:
    if len(name.encode()) <= MOST_BYTES:
        return name
    stem, last = _parts(name)
    room = MOST_BYTES - len(last.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + last
