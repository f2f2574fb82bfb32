# SPDX-License-Identifier: EUPL-1.2
"""Writes the JSON Schemas of the packages to `resources/schemas`, as the program reads and writes them.

    python installer/build_schemas.py

A test fails when a schema there is not the one of the program.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # started as a file, as the other scripts are

from app.formats.exchange_schemas import published_schemas, schemas_folder


def main() -> int:
    """Write each schema."""
    folder = schemas_folder()
    folder.mkdir(exist_ok=True)
    for name, content in published_schemas().items():
        (folder / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
