# SPDX-License-Identifier: EUPL-1.2
"""Typed text becomes a query that SQLite always accepts and that finds what a clerk means."""

import sqlite3
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Service
from app.domain.catalogue_search import MAX_TOKENS, fts_query, search_text
from app.formats.catalogue import first_edition_path, read_catalogue

SERVICES = read_catalogue(first_edition_path()).services

HOSTILE = [
    "l'acqua",
    "12-AB",
    "C.I.G.",
    "a OR",
    "OR",
    "AND",
    "NOT",
    "a AND NOT b",
    '"',
    '""',
    '"aperto',
    "*",
    "**pag**",
    "NEAR(",
    "NEAR(a b, 5)",
    "words : pagopa",
    "col:x",
    "{title words} : a",
    "-words:x",
    "^",
    "^pag",
    "-",
    "--",
    "a - b",
    "+",
    "a + b",
    "(",
    ")",
    "()",
    "'; DROP TABLE found; --",
    "%",
    "_",
    "\\",
    "\0",
    "a\0b",
    "\ud800",
    "\n\t\r",
    "\u200b",
    "\u202edrocer",
    "\ufeff",
    "e\u0301" * 3,
    "\u0301",
    "a" + "\u0301" * 1000,
    "\U0001f600",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u092b\u093f\u0939",
    "\u6f22\u5b57",
    "\u05e9\u05dc\u05d5\u05dd",
    "\ue000",
    "\u00b2\u00bd",
    "",
    " ",
    "a.b.c.d.e.f.",
    ".a.b.",
    "a..b",
    "J41C22000020006",
    "10.000,00 \u20ac",
    "www.esempio.it/?a=b&c=d#e",
    "a@b.it",
]


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """The first edition in a real index, made as the store makes it."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5"
        "(code UNINDEXED, title, words, tokenize = 'unicode61 remove_diacritics 2')"
    )
    rows = [(service.code, service.name, search_text(service)) for service in SERVICES]
    connection.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
    yield connection
    connection.close()


def find(index: sqlite3.Connection, text: str) -> list[str]:
    """Codes that the text finds, the best first; every service for a text without words."""
    query = fts_query(text)
    if not query:
        return [service.code for service in SERVICES]
    rows = index.execute("SELECT code FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, 10, 1)", (query,))
    return [code for (code,) in rows]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pagopa", "PAB-01"),
        ("PAGOP\u00c0", "PAB-01"),
        ("incassi pag", "PAB-01"),
        ("pag inc", "PAB-01"),
        ("iuv", "PAB-01"),
        ("payments", "PAB-01"),
        ("carta d'identit\u00e0", "PAB-07"),
        ("multe", "GES-10"),
        ("spazzatura", "TRI-02"),
        ("helpdesk", "BAS-02"),
        ("backup", "INF-04"),
        ("P.E.C.", "BAS-04"),
        ("p.e.c", "BAS-04"),
        ("whistleblowing", "SEC-06"),
        ("l'acqua", "SMC-08"),
        ("dell'anagrafe", "GES-01"),
        ("PAB-01", "PAB-01"),
        ("1.4.5", "PAB-10"),
        ("CAD art. 64-bis", "PAB-04"),
        ("L. 4/2004", "SIT-08"),
        ("tributi e riscossione", "TRI-04"),
        ("mobilita condivisa", "SMC-09"),
        ("open data", "DAT-04"),
        ("stipendi", "GES-05"),
    ],
)
def test_what_a_clerk_types_finds_the_service(index: sqlite3.Connection, text: str, code: str) -> None:
    assert code in find(index, text)


def test_pagopa_puts_the_service_of_that_name_on_top(index: sqlite3.Connection) -> None:
    assert find(index, "incassi pagopa")[0] == "PAB-01"


def test_a_word_that_is_nowhere_finds_nothing(index: sqlite3.Connection) -> None:
    assert find(index, "zzzyx") == []
    assert find(index, "pagopa zzzyx") == []


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_only_text(index: sqlite3.Connection, text: str) -> None:
    assert set(find(index, text)) <= {service.code for service in SERVICES}


@pytest.mark.parametrize(
    "text", ["", " ", '"', "*", "-", "^", "()", "\0", "\ud800", "\u200b", "\u0301", "\U0001f600", "%"]
)
def test_text_without_words_is_no_filter(text: str) -> None:
    assert fts_query(text) == ""


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("pagopa", '"pagopa"*'),
        ("12-AB", '"12"* AND "AB"*'),
        ("a OR", '"a"* AND "OR"*'),
        ("C.I.G.", '("CIG"* OR "C I G"*)'),
        ("l'acqua", '"acqua"*'),
        ("dell\u2019acqua", '"acqua"*'),
        ("po'", '"po"*'),
        ("l", '"l"*'),
        ("D.Lgs. 36/2023", '"D"* AND "Lgs"* AND "36"* AND "2023"*'),
        ('pag"opa', '"pag"* AND "opa"*'),
        ("pag pag", '"pag"*'),
    ],
)
def test_each_word_is_quoted_and_open_at_its_end(text: str, query: str) -> None:
    assert fts_query(text) == query


def test_composed_and_decomposed_letters_find_the_same(index: sqlite3.Connection) -> None:
    assert find(index, "citt\u00e0") == find(index, "citta\u0300") == find(index, "CITTA")


def test_a_very_long_text_is_cut_and_quick(index: sqlite3.Connection) -> None:
    for text in ("parola " * 2000, "a b c d e f " * 1000, "x" * 10_000, "a." * 5000, "l'" * 5000):
        started = time.perf_counter()
        find(index, text)
        assert time.perf_counter() - started < 1
        assert fts_query(text).count(" AND ") < MAX_TOKENS


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_ever_refused(index: sqlite3.Connection, text: str) -> None:
    assert len(find(index, text)) <= len(SERVICES)


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="aeilpg'\".*-^:+(){}\u00e0\u0301 ORANDTEYT0129\t", max_size=40))
def test_no_text_of_operators_is_ever_refused(index: sqlite3.Connection, text: str) -> None:
    assert len(find(index, text)) <= len(SERVICES)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SERVICES), st.data())
def test_every_word_of_a_service_finds_it(index: sqlite3.Connection, service: Service, choice: st.DataObject) -> None:
    word = choice.draw(st.sampled_from(search_text(service).split()))
    cut = choice.draw(st.integers(min_value=1, max_value=len(word)))
    assert service.code in find(index, word[:cut])


def test_search_text_holds_all_words_in_both_languages() -> None:
    first = next(service for service in SERVICES if service.code == "PAB-01")
    text = search_text(first)
    for part in (
        first.name,
        first.name_en,
        first.summary,
        first.summary_en,
        first.description,
        first.description_en,
    ):
        assert part in text
    for part in (first.code, first.measure, first.area, first.legal_basis[0].text, *first.keywords):
        assert part in text
