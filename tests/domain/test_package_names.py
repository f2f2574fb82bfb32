# SPDX-License-Identifier: EUPL-1.2
"""Names of files inside a package."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.package_names import document_name, is_safe_name

UNSAFE = (
    "", ".", "..", "../x", "/x", "a/b", "documents/", "documents/../x", "documents/a/b", "a\\b", "C:x", "x.pdf:ads",
    "con", "CON.pdf", "documents/nul", "documents/com1.txt", "lpt9.x", "x.", "documents/x.", "x ", " x", "-rf", ".x",
    "documents/.x", "a..b", "x\n", "x\x00", "città.pdf", "x" * 101, "\N{RIGHT-TO-LEFT OVERRIDE}x", "http://x",
)  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE)
def test_a_name_that_may_mean_another_place_is_not_safe(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize(
    "name", ["data.json", "documents/001-domanda.pdf", "documents/2_a.pdf.p7m", "console.txt", "x"]
)
def test_a_plain_name_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Delibera n. 12 (città).PDF", "documents/007-delibera-n-12-citta.pdf"),
        ("delibera.pdf.p7m", "documents/007-delibera.pdf.p7m"),
        ("a.p7m.p7m.p7m.p7m", "documents/007-a-p7m.p7m.p7m.p7m"),
        ("../../con", "documents/007-con"),
        ("", "documents/007-file"),
        (".pdf", "documents/007-pdf"),
        ("x.1234567890", "documents/007-x-1234567890"),
        ("a" * 300 + ".pdf", f"documents/007-{'a' * 60}.pdf"),
    ],
)
def test_a_name_of_the_office_becomes_one_of_a_package(name: str, made: str) -> None:
    assert document_name(7, name) == made


@given(st.integers(1, 1000), st.text(max_size=300))
def test_every_name_becomes_a_safe_one(position: int, name: str) -> None:
    assert is_safe_name(document_name(position, name))
