# SPDX-License-Identifier: EUPL-1.2
"""What belongs to this computer, not to the archive: which store, who, zoom, theme, language.

JSON, one version, written atomically; unknown keys are kept; a broken file is set aside and told.
"""

import dataclasses
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.files import write_atomically

VERSION = 1
FILE_NAME = "settings.json"
ZOOMS = (90, 100, 110, 125, 150, 175, 200)
THEMES = ("system", "light", "dark", "contrast")
LANGUAGES = ("it", "en")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one data folder; the defaults are a good first start."""

    current_store: str = ""  # file name in the data folder
    who: str = ""  # whose name the history shows
    zoom: int = 100  # per cent, one of ZOOMS
    theme: str = "system"
    language: str = "it"
    hides_getting_started: bool = False
    window: dict[str, Any] = field(default_factory=dict)  # geometry, page, filters, column widths
    unknown: dict[str, Any] = field(default_factory=dict)  # keys of a newer version, kept as they are


def load(folder: Path) -> Settings:
    """Read the settings of a data folder; a broken file is renamed and the defaults are used."""
    file = folder / FILE_NAME
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        return _set_aside(file)
    if not isinstance(stored, dict):
        return _set_aside(file)
    return _from_stored(stored)


def language_of(folder: Path) -> str:
    """The language of a data folder, read without touching anything: before a log is there to tell of a broken file."""
    try:
        stored = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings().language
    return _from_stored(stored).language if isinstance(stored, dict) else Settings().language


def save(folder: Path, settings: Settings) -> None:
    """Write the settings of a data folder; OSError goes up."""
    known = {name: value for name, value in dataclasses.asdict(settings).items() if name != "unknown"}
    content = {**settings.unknown, **known, "version": VERSION}
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    write_atomically(folder / FILE_NAME, text.encode())


def _from_stored(stored: dict[str, Any]) -> Settings:
    defaults = dataclasses.asdict(Settings())
    fits = {name: value for name, value in stored.items() if _fits(defaults, name, value)}
    unknown = {name: value for name, value in stored.items() if name not in defaults and name != "version"}
    return Settings(**{**fits, "unknown": unknown})


def _fits(defaults: dict[str, Any], name: str, value: object) -> bool:
    if name not in defaults or name == "unknown" or type(value) is not type(defaults[name]):
        return False
    allowed: dict[str, tuple[object, ...]] = {"zoom": ZOOMS, "theme": THEMES, "language": LANGUAGES}
    return name not in allowed or value in allowed[name]


def _set_aside(file: Path) -> Settings:
    _log.error("settings unreadable, set aside")
    try:
        file.replace(file.with_name(FILE_NAME + ".broken"))
    except OSError:
        _log.exception("settings could not be set aside")
    return Settings()
