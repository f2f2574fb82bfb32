# SPDX-License-Identifier: EUPL-1.2
"""Styles with what they inherit."""

from xml.etree.ElementTree import fromstring

import pytest

from app.domain.draft_text import Look
from app.formats.odt_names import SPACES
from app.formats.odt_styles import LevelStyle, Styles, length

_NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())


def _styles(*parts: str) -> Styles:
    return Styles(fromstring(f"<office:styles {_NAMES}>{part}</office:styles>") for part in parts)  # noqa: S314 - our own


def _style(name: str, parent: str, properties: str, kind: str = "paragraph") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
        f"<style:{kind}-properties {properties}/></style:style>"
    )


def test_a_style_has_what_its_ancestors_have() -> None:
    size = '<style:text-properties fo:font-size="10pt"/>'
    default = f'<style:default-style style:family="paragraph">{size}</style:default-style>'
    styles = _styles(
        default
        + _style("A", "", 'fo:text-align="justify" fo:margin-top="1cm" fo:border-top="1pt solid #000000"')
        + _style("B", "A", 'fo:font-size="150%" fo:font-weight="bold"', "text"),
        _style(
            "P1", "B", 'fo:text-align="end" fo:margin-left="0.5in" fo:break-before="page" fo:keep-with-next="always"'
        ),
    )
    look = styles.look("P1")
    assert (look.align, look.size, round(look.before, 2), look.indent) == ("right", 15.0, 28.35, 36.0)
    assert (look.is_boxed, look.breaks_page, look.keeps_next) == (True, True, True)
    assert styles.weight("paragraph", "P1") == (True, None)
    assert styles.look("niente") == Look(size=10.0)


def test_styles_in_a_circle_and_mad_figures_do_no_harm() -> None:
    styles = _styles(
        _style("A", "B", 'fo:font-size="200%"', "text")
        + _style("B", "A", 'fo:font-size="4000pt" fo:margin-left="-3cm"', "text")
        + _style("C", "", 'fo:font-size="boh" fo:margin-left="9999cm"', "text")
    )
    assert styles.look("A").size == 40.0
    assert styles.look("B").indent == 0.0
    assert (styles.look("C").size, styles.look("C").indent) == (11.0, 400.0)


@pytest.mark.parametrize(
    ("shape", "count", "label"),
    [("1", 12, "12."), ("a", 28, "bb."), ("A", 3, "C."), ("i", 14, "xiv."), ("I", 99, "XCIX."), ("", 3, "")],
)
def test_points_are_counted_as_the_style_says(shape: str, count: int, label: str) -> None:
    assert LevelStyle(is_number=True, shape=shape, suffix=".").label(count) == label
    assert LevelStyle(is_number=False, shape="•").label(count) == "•"


def test_lengths_are_points() -> None:
    assert [length(text) for text in ("72pt", "1in", "25.4mm", "6pc", "96px", "", "1em", "50%")] == pytest.approx(
        [72, 72, 72, 72, 72, 0, 0, 0]
    )
