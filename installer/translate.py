# SPDX-License-Identifier: EUPL-1.2
"""Brings the English catalogue up to date with the Italian messages of the code.

python installer/translate.py extract     adds new messages to the catalogue, drops those gone, keeps the rest
python installer/translate.py missing     lists the messages without English; exit status 1 when there are any
"""

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

_ROOT = Path(__file__).resolve().parent.parent
PO = _ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "campanile.po"
_HEADER = "# SPDX-License-Identifier: EUPL-1.2"
_WHOSE = ("[A-Z-]+-Date", "Project-Id-Version", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team")
_NOT_OURS = re.compile(f'#, fuzzy$|"({"|".join(_WHOSE)}):')
_KEYWORDS = {"_": None, "_n": None, "ngettext": (1, 2)}


def current() -> Catalog:
    """The English catalogue with exactly the messages that the code has now."""
    catalogue = read_po(io.BytesIO(PO.read_bytes()), locale="en") if PO.exists() else Catalog(locale="en")
    catalogue.update(_messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def missing() -> list[str]:
    """The messages of the code that have no English."""
    return [str(message.id) for message in current() if message.id and not _is_translated(message.string)]


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as its file holds it: without dates or line numbers, so that only words make a change."""
    catalogue.header_comment = _HEADER
    out = io.BytesIO()
    write_po(out, catalogue, width=110, omit_header=False, sort_output=True, no_location=True)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not _NOT_OURS.match(line)).encode()


def main() -> int:
    """Do what the word asks."""
    word = sys.argv[1] if len(sys.argv) > 1 else "missing"
    if word == "extract":
        PO.parent.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(text_of(current()))
    left = missing()
    sys.stdout.write("".join(f"{message}\n" for message in left))
    return 1 if left and word == "missing" else 0


def _messages() -> Catalog:
    catalogue = Catalog(project="Campanile", locale="en")
    for _file, _line, message, comments, context in extract_from_dir(
        str(_ROOT / "app"), method_map=[("**.py", "python")], keywords=_KEYWORDS, comment_tags=("i18n:",)
    ):
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
