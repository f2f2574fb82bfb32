# SPDX-License-Identifier: EUPL-1.2
"""Where things lie: the shipped resources, and the one folder that is the clerk's world."""

import os
import sys
from pathlib import Path

from app.errors import EnvironmentFault, FaultKind, kind_of

_PRIVATE_FOLDER = 0o700


def resources() -> Path:
    """The folder of shipped data files, beside the package or inside a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent.parent / "resources"


def data_folder(asked: Path | None = None) -> Path:
    """The folder asked for, made private if new; EnvironmentFault where it cannot be made."""
    folder = place_of_data(asked)
    try:
        make_private(folder)
    except OSError as error:
        raise EnvironmentFault(kind_of(error) or FaultKind.GONE, place=str(folder), owner="") from error
    return folder


def place_of_data(asked: Path | None = None) -> Path:
    """The folder asked for, else that of CAMPANILE_DATA, else the platform's; nothing is made."""
    return whole(asked or _from_environment() or _usual())


def whole(path: Path) -> Path:
    """The path from the root, with "~" as the home; the "~" of nobody is a name like others."""
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        return path.absolute()


def make_private(folder: Path) -> None:
    """Create a folder that only its owner may read, and so each folder above that is missing (reliability D20)."""
    for missing in reversed([place for place in folder.parents if not place.exists()]):
        missing.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def _from_environment() -> Path | None:
    value = os.environ.get("CAMPANILE_DATA", "")
    return Path(value) if value else None


def _usual() -> Path:
    import platformdirs  # late: only the first start without --data needs it

    return Path(platformdirs.user_data_dir("Campanile", appauthor=False))
