# SPDX-License-Identifier: EUPL-1.2
"""The printed summary of the example comune, read and drawn, beside a bare canvas that draws as many lines.

python -m tests.bench.printing [--pairs 9]
"""

import io
import sys
import tempfile
from functools import partial
from pathlib import Path

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.actions.reporting import prepare_report, print_report
from app.actions.workspace import Workspace
from tests.bench.pairs import asked, compare

_LEADING = 14


def main() -> int:
    """Measure and print."""
    words = asked(__doc__ or "")
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Workspace(Path(scratch))
        store = workspace.open_example()
        for name in ("summary", "funding"):
            target = Path(scratch) / f"{name}.pdf"
            print_report(store, name, "", target, "it")
            bare = partial(_bare, [page.extract_text().splitlines() for page in PdfReader(target).pages])
            read_and_draw = partial(print_report, store, name, "", target, "it")
            draw = partial(prepare_report(store, name, "", "it"), target)
            compare(f"{name}, read and drawn", read_and_draw, bare, words.pairs, "bare canvas")
            compare(f"{name}, drawn", draw, bare, words.pairs, "bare canvas")
        workspace.close()
    return 0


def _bare(pages: list[list[str]]) -> bytes:
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=A4, invariant=1)
    for lines in pages:
        for number, line in enumerate(lines, start=1):
            canvas.drawString(40, A4[1] - _LEADING * number, line)
        canvas.showPage()
    canvas.save()
    return drawn.getvalue()


if __name__ == "__main__":
    sys.exit(main())
