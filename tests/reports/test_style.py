# SPDX-License-Identifier: EUPL-1.2
"""Characters, escaping and patterns of the printed reports."""

import ast
from pathlib import Path

import pytest
from reportlab.platypus import CondPageBreak, Paragraph

import app.reports
from app.domain.municipality import ROLES
from app.reports import style, words
from app.text import speaking
from tests.reports import factory
from tests.reports.payloads import PAYLOADS

REPORTS = Path(app.reports.__file__).parent


def _texts() -> list[tuple[str, str]]:
    trees = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(REPORTS.glob("*.py"))]
    return [
        (path.name, node.value)
        for path, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and path.name != "typeface.py"
    ]


def test_every_character_of_our_texts_is_in_the_typeface() -> None:
    printable = style.load_fonts()
    missing = {(name, char) for name, text in _texts() for char in text if char not in printable and char != "\n"}
    assert missing == set()
    assert style.MISSING in printable
    assert set("àèéìòùÀÈÉÌÒÙ€«»’“”–—·×…") <= printable


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_of_the_user_stays_text(payload: str) -> None:
    paragraph = style.text(payload)
    assert " ".join(paragraph.getPlainText(identify=True).split()) == " ".join(payload.split())


def test_raw_markup_would_be_taken_for_markup() -> None:
    """The danger that `safe` keeps away is real in this version of the library."""
    assert Paragraph("<b>x</b>", style.BODY).getPlainText(identify=True) == "x"


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("a\x00b\x1bc\x7f", "a?b?c?"),
        ("tab\there", "tab here"),
        ("riga\r\nriga\rriga\u2028riga", "riga\nriga\nriga\nriga"),
        ("solo \ud800 mezzo", "solo ? mezzo"),
        ("e\u0300 cosi\u0300", "è così"),
        ("non\u2011spezzare\u202f1", "non-spezzare\u00a01"),
        ("vuoto\u200b\ufeff\u00ad", "vuoto"),
        ("שלום 👍", "???? ?"),
        ("\u202eotseveR", "?otseveR"),
        ("già «stampabile» €?", "già «stampabile» €?"),
    ],
)
def test_what_cannot_be_printed_is_replaced_visibly(given: str, printed: str) -> None:
    assert style.clean(given) == printed


def test_replaced_characters_are_counted() -> None:
    office = factory.office(name="Borgo 👍", address="Via \x07?", pec="שם")
    assert style.count_missing(factory.summary(office=office)) == 4
    assert style.count_missing(factory.summary()) == 0


def test_cut_fits_and_says_that_it_cut() -> None:
    style.load_fonts()
    assert style.cut("breve", style.REGULAR, 10, 100) == "breve"
    cut = style.cut("m" * 500, style.REGULAR, 10, 100)
    assert cut.endswith("…")
    assert 5 < len(cut) < 30


def test_a_heading_waits_for_room_for_the_first_rows_of_its_table() -> None:
    rows = [("una riga", "1")] * 30
    short, tall = style.listing(("a", "b"), rows, (100, 100)), style.listing(("a", "b"), [("m " * 250, "1")], (60, 60))
    assert 40 < short.opening < 100 < tall.opening <= 400
    room, heading, table = style.section("Titolo", short)
    assert isinstance(room, CondPageBreak)
    assert room.height > short.opening
    assert isinstance(heading, Paragraph)
    assert not heading.style.keepWithNext
    assert table is short
    (over_words, _words) = style.section("Titolo", style.text("parole"))
    assert isinstance(over_words, Paragraph)
    assert over_words.style.keepWithNext


def test_thousands_are_told_apart_in_each_language() -> None:
    assert words.count_people(12345) == "12.345"
    with speaking("en"):
        assert words.count_people(12345) == "12,345"
    assert words.count_people(None) == ""


def test_hatch_stays_inside_its_rectangle() -> None:
    strokes = style.hatch(10, 20, 30, 12)
    assert len(strokes) >= 8
    assert all(10 <= x <= 40 for stroke in strokes for x in stroke[::2])
    assert all(20 <= y <= 32 for stroke in strokes for y in stroke[1::2])


def test_text_is_dark_enough_and_large_enough() -> None:
    for ink in (style.INK, style.ACCENT, style.QUIET):
        assert _contrast_on(ink, style.TINT) >= 4.5
    printed = (style.BODY, style.CELL, style.LABEL, style.CELL_RIGHT, style.HEAD)
    assert min(each.fontSize for each in printed) >= 10.5


def _contrast_on(ink: object, paper: object) -> float:
    def luminance(colour: object) -> float:
        parts = [float(getattr(colour, name)) for name in ("red", "green", "blue")]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])

    return (luminance(paper) + 0.05) / (luminance(ink) + 0.05)


def test_every_role_has_a_name() -> None:
    names = [words.role_name(role) for role in ROLES]
    assert len(set(names)) == len(ROLES)
    assert set(names).isdisjoint(ROLES)
    assert words.role_name("ruolo nuovo") == "ruolo nuovo"
