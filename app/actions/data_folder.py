# SPDX-License-Identifier: EUPL-1.2
"""The folder that is to hold the store: which comuni are in it already, and whether it is a good place."""

from dataclasses import dataclass
from pathlib import Path

from app.actions.municipality import municipality_of_code
from app.actions.workspace import Workspace
from app.domain.folder_places import Harm, harm_of_folder
from app.domain.municipality import Municipality
from app.errors import UserError
from app.files import disk_kind
from app.formats.reference import reference_sources


@dataclass(frozen=True, slots=True)
class DataFolder:
    """What is said of the data folder before a comune is chosen."""

    path: Path
    harm: Harm | None
    harm_name: str  # of the cloud, "" where it has none
    municipalities: tuple[Municipality, ...]  # those with a store here
    listed_on: str  # the day of the list of comuni, in ISO form


def look_at_folder(workspace: Workspace) -> DataFolder:
    """Look at the data folder; needs no store and changes nothing."""
    harm = harm_of_folder(str(workspace.folder), disk_kind(workspace.folder))
    known = [_municipality(store.name) for store in workspace.stores()]
    return DataFolder(
        path=workspace.folder,
        harm=harm[0] if harm else None,
        harm_name=harm[1] if harm else "",
        municipalities=tuple(found for found in known if found),
        listed_on=reference_sources()["municipalities.csv"]["date"],
    )


def _municipality(code: str) -> Municipality | None:
    try:
        return municipality_of_code(code)
    except UserError:
        return None
