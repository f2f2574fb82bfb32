# SPDX-License-Identifier: EUPL-1.2
"""The sheet around a report: A4, head with the comune, foot with date, filter, source and page n of m."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from app.files import write_atomically
from app.reports import style
from app.reports.style import MARGIN, WIDTH
from app.text import _, day_of

ATTRIBUTION = "Dati PNRR PADigitale2026 Copyright (c) Dipartimento per la trasformazione digitale, CC BY 4.0"
"""What the licence of the open data asks to print (funding.md section 3)."""

_TAGS = {"it": "it-IT", "en": "en-GB"}
_TOP = 29 * mm
_BOTTOM = 28 * mm
_HEAD_SIZE = 10.5
_FOOT_SIZE = 9.5
_FOOT_LEADING = 12.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """What each page says around the text of the report."""

    title: str
    comune: str
    subject: str
    printed_at: datetime  # UTC
    is_example: bool
    notices: tuple[str, ...]  # filter and source: one line of the foot each
    version: str = ""  # for whom the print is, beside its date


def open_data_source(*, is_example: bool) -> str:
    """Whose the data of the projects are: of nobody, in the example comune."""
    return _("Dati inventati, non presi dai dati aperti") if is_example else ATTRIBUTION


def write(sheet: Sheet, story: Callable[[], list[Flowable]], target: Path | BinaryIO, language: str) -> None:
    """Draw the report and hand it over whole: a file is replaced only by a finished one. OSError goes up."""

    def decorate(canvas: Canvas, pages: int) -> None:
        _draw_head(canvas, sheet)
        _draw_foot(canvas, sheet, pages)

    write_pages(Titles(sheet.title, sheet.comune, sheet.subject), story, decorate, target, language)


def count_pages(sheet: Sheet, story: Callable[[], list[Flowable]], language: str) -> int:
    """How many pages a report would have, for one that must fit."""
    titles = Titles(sheet.title, sheet.comune, sheet.subject)
    return _build(titles, story(), lambda _canvas: None, language, (_TOP, _BOTTOM))[1]


@dataclass(frozen=True, slots=True)
class Titles:
    """What a viewer shows of a document beside its pages."""

    title: str
    comune: str
    subject: str


def write_pages(
    titles: Titles,
    story: Callable[[], list[Flowable]],
    decorate: Callable[[Canvas, int], None],
    target: Path | BinaryIO,
    language: str,
    room: tuple[float, float] = (_TOP, _BOTTOM),
) -> None:
    """The same with a head and a foot of one's own, that `decorate` draws in the room above and below the text."""
    pages = _build(titles, story(), lambda canvas: decorate(canvas, 0), language, room)[1]
    content = _build(titles, story(), lambda canvas: decorate(canvas, pages), language, room)[0]
    if isinstance(target, Path):
        write_atomically(target, content)
    else:
        target.write(content)


def _build(
    titles: Titles,
    flowables: list[Flowable],
    decorate: Callable[[Canvas], None],
    language: str,
    room: tuple[float, float],
) -> tuple[bytes, int]:
    style.load_fonts()
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        title=style.clean(f"{titles.title} – {titles.comune}"),
        author=style.clean(titles.comune),
        subject=style.clean(titles.subject),
        creator="Campanile",
        lang=_TAGS[language],
        displayDocTitle=1,
        invariant=1,
        initialFontName=style.REGULAR,
    )
    top, bottom = room
    frame = Frame(MARGIN, bottom, WIDTH, A4[1] - top - bottom, 0, 0, 0, 0)
    template = PageTemplate(id="page", frames=[frame], onPage=lambda canvas, _document: decorate(canvas))
    document.addPageTemplates([template])
    document.build(flowables)
    return buffer.getvalue(), document.page


def _draw_head(canvas: Canvas, sheet: Sheet) -> None:
    base = A4[1] - 18 * mm
    title_width = pdfmetrics.stringWidth(style.clean(sheet.title), style.REGULAR, _HEAD_SIZE)
    canvas.setFillColor(style.ACCENT)
    canvas.rect(MARGIN, base - 1, 9, 9, stroke=0, fill=1)
    canvas.setFont(style.SEMIBOLD, _HEAD_SIZE)
    canvas.setFillColor(style.INK)
    room = WIDTH - title_width - 32
    canvas.drawString(MARGIN + 15, base, style.cut(sheet.comune, style.SEMIBOLD, _HEAD_SIZE, room))
    canvas.setFont(style.REGULAR, _HEAD_SIZE)
    canvas.setFillColor(style.QUIET)
    canvas.drawRightString(MARGIN + WIDTH, base, style.clean(sheet.title))
    canvas.setStrokeColor(style.ACCENT)
    canvas.setLineWidth(1.1)
    canvas.line(MARGIN, base - 7, MARGIN + WIDTH, base - 7)
    if sheet.is_example:
        draw_example_band(canvas)


def draw_example_band(canvas: Canvas) -> None:
    """A striped band with words: seen from afar, also on a photocopy."""
    height, y = 16.0, A4[1] - 11 * mm
    label = _("DATI DI PROVA – comune inventato, documento senza valore")
    room = pdfmetrics.stringWidth(label, style.BOLD, 10.5) + 24
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    for stroke in style.hatch(MARGIN, y - 4, WIDTH, height, 5):
        canvas.line(*stroke)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(MARGIN + (WIDTH - room) / 2, y - 4, room, height, stroke=0, fill=1)
    canvas.rect(MARGIN, y - 4, WIDTH, height, stroke=1, fill=0)
    canvas.setFillColor(style.INK)
    canvas.setFont(style.BOLD, 10.5)
    canvas.drawCentredString(MARGIN + WIDTH / 2, y, label)


def _draw_foot(canvas: Canvas, sheet: Sheet, pages: int) -> None:
    y = _BOTTOM - 7 * mm
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, y + 12, MARGIN + WIDTH, y + 12)
    canvas.setFont(style.REGULAR, _FOOT_SIZE)
    canvas.setFillColor(style.QUIET)
    number = _("pagina {page} di {pages}").format(page=canvas.getPageNumber(), pages=pages)
    printed = _("Stampato il {day} con Campanile").format(day=day_of(sheet.printed_at))
    canvas.drawString(MARGIN, y, " · ".join(part for part in (printed, sheet.version) if part))
    canvas.setFillColor(style.INK)
    canvas.drawRightString(MARGIN + WIDTH, y, number)
    canvas.setFillColor(style.QUIET)
    for line, notice in enumerate(sheet.notices, start=1):
        canvas.drawString(MARGIN, y - line * _FOOT_LEADING, style.cut(notice, style.REGULAR, _FOOT_SIZE, WIDTH))
