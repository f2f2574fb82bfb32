# SPDX-License-Identifier: EUPL-1.2
"""The data folder of one office: its settings, and the store that is open in it.

One store a comune, named after the codice catastale, which outlives changes of province.
"""

import dataclasses
import getpass
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import settings as app_settings
from app.actions import example
from app.actions.catalogue import load_first_edition
from app.actions.municipality import found_office, municipality_of_code, show_office
from app.errors import UserError
from app.paths import make_private, whole
from app.settings import Settings
from app.store import Store, attachments, backup, create_store, open_store
from app.store.faults import sorting
from app.store.restore import is_restoring
from app.store.store import Clock
from app.text import _

_PATTERN = "comune-*.sqlite"
_EXAMPLE = "esempio.sqlite"
_URL = "sqlite:///"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # longer than the letter of a Windows disk


@dataclass(frozen=True, slots=True)
class StoreFile:
    """A store of the data folder."""

    name: str
    path: Path


def utc_now() -> datetime:
    """The computer's clock, in UTC."""
    return datetime.now(UTC)


class Workspace:
    """One data folder; opens at most one store at a time."""

    def __init__(self, folder: Path, clock: Clock = utc_now, store_url: str = "") -> None:
        self.folder = folder
        self.clock = clock
        self.settings: Settings = app_settings.load(folder)
        self._asked = _path_of_url(store_url) if store_url else None
        self._store: Store | None = None

    @property
    def who(self) -> str:
        """The name that the history shows."""
        return self.settings.who or user_name()

    @property
    def store(self) -> Store | None:
        """The store that is open."""
        return self._store

    def change_settings(self, **fields: object) -> Settings:
        """Change and save settings; EnvironmentFault when they cannot be written."""
        changed = dataclasses.replace(self.settings, **fields)  # type: ignore[arg-type] # the caller's names are checked here
        if changed != self.settings:
            with sorting(self.folder):
                app_settings.save(self.folder, changed)
            self.settings = changed
        if self._store:
            self._store.who = self.who
        return self.settings

    def current_path(self) -> Path | None:
        """The file of the current store, which may be gone; None before a comune was chosen."""
        if self._asked:
            return self._asked
        return self.folder / self.settings.current_store if self.settings.current_store else None

    def open_current(self) -> Store | None:
        """Open the current store, or None when no comune was chosen yet."""
        path = self.current_path()
        return self._open(path) if path else None

    def need_store(self) -> Store:
        """The current store, opened; UserError when no comune was chosen yet."""
        store = self._store or self.open_current()
        if store is None:
            raise UserError("store.none")
        return store

    def choose(self, istat: str) -> Store:
        """Open the store of a comune, made if new, and keep it as the current one."""
        municipality = municipality_of_code(istat)
        path = self._asked or self.path_of(municipality.belfiore)
        store = self._open_or_create(path)
        found_office(store, municipality)
        office = show_office(store)
        if office.belfiore != municipality.belfiore:
            raise UserError("store.other_municipality", file=path.name, name=office.name, asked=municipality.name)
        load_first_edition(store)
        self._keep(path)
        return store

    def adopt(self, path: Path) -> Store:
        """Open a store and keep it as the current one."""
        store = self._open(path)
        self._keep(path)
        return store

    def path_of(self, belfiore: str) -> Path:
        """Where the store of a codice catastale lies in this folder; UserError when there is no code."""
        if not belfiore:
            raise UserError("store.none")
        name = _EXAMPLE if belfiore == example.INVENTED.belfiore else f"comune-{belfiore.lower()}.sqlite"
        return self.folder / name

    @staticmethod
    def belfiore_of(path: Path) -> str:
        """The codice catastale in the name of a store; nothing where the clerk named it."""
        return path.stem.removeprefix("comune-").upper() if path.match(_PATTERN) else ""

    def open_example(self) -> Store:
        """Open the store of the invented comune, filled if new."""
        path = self.folder / _EXAMPLE
        store = self._open_or_create(path)
        example.fill(store)
        self._keep(path)
        return store

    def remove_example(self) -> None:
        """Remove the invented comune with its copies; nothing of a real one is touched."""
        path = self.folder / _EXAMPLE
        if self._store and self._store.path == path:
            self.close()
        with sorting(path):
            for file in self.folder.glob(_EXAMPLE + "*"):
                file.unlink()
            for folder in (backup.folder_of(path), attachments.folder_of(path)):
                if folder.exists():
                    shutil.rmtree(folder)
        others = [found.path.name for found in self.stores()]
        if self.settings.current_store == _EXAMPLE:
            self.change_settings(current_store=others[0] if others else "")

    def stores(self) -> list[StoreFile]:
        """The real comuni of this folder."""
        return [StoreFile(self.belfiore_of(file), file) for file in sorted(self.folder.glob(_PATTERN))]

    def close(self) -> None:
        """Close the open store."""
        if self._store:
            self._store.close()
            self._store = None

    def _open_or_create(self, path: Path) -> Store:
        if path.exists() or is_restoring(path):
            return self._open(path)
        self.close()
        with sorting(path):
            make_private(path.parent)
        self._store = create_store(path, who=self.who, clock=self.clock)
        return self._store

    def _open(self, path: Path) -> Store:
        if self._store and self._store.path == path:
            return self._store
        self.close()
        self._store = open_store(path, who=self.who, clock=self.clock)
        return self._store

    def _keep(self, path: Path) -> None:
        if path != self._asked:
            self.change_settings(current_store=path.name)


def user_name() -> str:
    """The name with which the clerk entered the computer; some accounts of services have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return _("utente senza nome")


def _path_of_url(url: str) -> Path:
    """The file of `sqlite:///FILE` or of a plain path; UserError for any other scheme."""
    scheme = _SCHEME.match(url)
    if scheme and not url.startswith(_URL):
        raise UserError("store.unknown_url", url=url)
    path = url.removeprefix(_URL)
    if not path:
        raise UserError("store.unknown_url", url=url)
    return whole(Path(path))
