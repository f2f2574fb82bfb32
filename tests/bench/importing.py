# SPDX-License-Identifier: EUPL-1.2
"""Bringing in one file of open data: the look and the whole import beside `csv.reader` over the same file.

    python -m tests.bench.importing [FILE.csv] [--pairs 9]

Without FILE an invented one is written, as large as the largest of the real ones (15,707 rows).
"""

import csv
import sys
import tempfile
from functools import partial
from pathlib import Path

from app.actions import history, open_data
from app.actions.workspace import Workspace
from app.store import Store
from tests.bench.pairs import asked, compare
from tests.open_data_rows import of_others, row, write_open_data

_ROWS = 15_707
_ISTAT = "014004"


def main() -> int:
    """Measure and print."""
    words = asked(__doc__ or "", has_file=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        file = words.file or _invented(folder)
        workspace = Workspace(folder)
        store = workspace.choose(_ISTAT)

        floor = partial(_read, file)
        look = partial(open_data.preview_files, store, [file])
        compare("look at a file", look, floor, words.pairs, "csv.reader")
        compare("import and undo", partial(_bring_in_and_undo, store, file), floor, words.pairs, "csv.reader")
        _bring_in(store, file)
        compare("the same file again", partial(_bring_in, store, file), floor, words.pairs, "csv.reader")
        workspace.close()
    return 0


def _bring_in(store: Store, file: Path) -> None:
    open_data.import_previews(store, open_data.preview_files(store, [file]))


def _bring_in_and_undo(store: Store, file: Path) -> None:
    _bring_in(store, file)
    history.undo_last(store)


def _invented(folder: Path) -> Path:
    ours = row(codice_ipa="c_a337", cod_comune=_ISTAT)
    return write_open_data(folder / "candidature_2026-08.csv", [*of_others(_ROWS - 1), ours])


def _read(file: Path) -> int:
    with file.open(encoding="utf-8", newline="") as opened:
        return sum(1 for _row in csv.reader(opened))


if __name__ == "__main__":
    sys.exit(main())
