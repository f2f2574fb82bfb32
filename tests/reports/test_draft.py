# SPDX-License-Identifier: EUPL-1.2
"""The PDF of every draft, read back."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.draft_text import Block, Cell, Grid, Look, Picture, Run
from app.domain.drafts import Draft, DraftFacts
from app.reports import draft as report
from app.reports import style
from app.text import speaking
from tests.drafts import EMPTY, FULL, every_case, filled
from tests.reports import reading
from tests.reports.payloads import PAYLOADS

CASES = pytest.mark.parametrize(("draft", "kind"), list(every_case()), ids=lambda value: getattr(value, "key", value))


def _drawn(draft: report.DraftPrint) -> bytes:
    buffer = io.BytesIO()
    report.draw(draft, buffer)
    return buffer.getvalue()


def _print(key: str, facts: DraftFacts) -> report.DraftPrint:
    return report.DraftPrint("Proposta di prova", facts.comune or "Comune", filled(key, facts).blocks)


def _blocks(*blocks: Block, is_draft: bool = True) -> report.DraftPrint:
    return report.DraftPrint("Proposta di prova", "Comune di Prova", blocks, is_draft=is_draft)


def _pieces(blocks: tuple[Block, ...]) -> list[str]:
    """The words of each paragraph, without spaces: where lines break is the printer's business."""
    texts = [line for block in blocks for line in block.text.replace("\t", "\n").split("\n")]
    return [reading.squeezed(style.clean(text)) for text in texts if text.strip()]


@CASES
def test_every_word_of_a_draft_is_printed(draft: Draft, kind: str) -> None:
    for facts in (replace(FULL, kind=kind, is_immediate=True), replace(EMPTY, kind=kind)):
        printed = _print(draft.key, facts)
        text = reading.squeezed(_without_feet(_drawn(printed)))
        assert [piece for piece in _pieces(printed.blocks) if piece not in text] == []
        assert report.count_missing(printed) == 0


@CASES
def test_the_same_draft_gives_the_same_bytes(draft: Draft, kind: str) -> None:
    printed = _print(draft.key, replace(FULL, kind=kind))
    content = _drawn(printed)
    assert content == _drawn(printed)
    with speaking("en"):
        assert content == _drawn(printed)  # an act is Italian whatever the window speaks


def test_the_foot_counts_pages_and_says_that_it_is_a_draft() -> None:
    pages = reading.read(_drawn(_print("determina", FULL))).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"pagina {number} di {len(pages)}" in text
        assert "BOZZA" in text
        assert "Proposta di prova – Comune di Borgo Inventato" in text
    final = reading.words(_drawn(_blocks(Block("text", (Run("x"),)), is_draft=False)))
    assert final == "Proposta di prova – Comune di Prova pagina 1 di 1 x"


def test_the_invented_comune_says_so_on_each_page() -> None:
    printed = replace(_print("determina", FULL), is_example=True)
    assert all("DATI DI PROVA" in page.extract_text() for page in reading.read(_drawn(printed)).pages)


def test_the_document_is_titled_for_whoever_listens_to_it() -> None:
    document = reading.read(_drawn(_print("determina", FULL)))
    assert document.metadata
    assert document.metadata.title == "Proposta di prova – Comune di Borgo Inventato"
    assert str(document.root_object["/Lang"]) == "it-IT"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_user_becomes_markup(payload: str) -> None:
    run = Run(payload)
    cell = Cell((Block("text", (run,)), Block("item", (run,), label="–")))
    printed = report.DraftPrint(
        payload,
        payload,
        (
            Block("text", (run, Run(payload, is_bold=True), Run(payload, is_gap=True))),
            Block("heading", (Run(payload, is_italic=True),)),
            Block("item", (run,), label=payload, level=1),
            Block("table", grid=Grid((1.0,), ((cell,),))),
        ),
    )
    content = _drawn(printed)
    text = reading.squeezed(reading.words(content))
    assert text.count(reading.squeezed(payload)) >= 6
    assert reading.images(content) == 0


def test_gaps_are_tinted_and_bold_words_are_heavier() -> None:
    content = _drawn(_blocks(Block("text", (Run("[da completare: x]", is_gap=True), Run("forte", is_bold=True)))))
    tint = b"1 .945098 .721569 rg"
    assert tint in _commands(content)
    assert any("SemiBold" in name for name in reading.fonts(content))
    assert tint not in _commands(_drawn(_blocks(Block("text", (Run("x"),)))))


def test_a_page_begins_where_the_template_says_but_not_with_nothing_before() -> None:
    new = Look(breaks_page=True)
    content = _drawn(_blocks(Block("text", (Run("uno"),), new), Block("heading", (Run("due"),), new)))
    first, second = (page.extract_text() for page in reading.read(content).pages)
    assert "uno" in first
    assert "due" in second


def test_text_longer_than_a_page_goes_on_in_any_place() -> None:
    long = " ".join(f"parola{number}" for number in range(3000))
    cell = Cell((Block("text", (Run(long),)),))
    short = Cell((Block("text", (Run("breve"),)),))
    for ruled in (True, False):
        grid = Grid((1.0, 2.0), ((short, short), (short, cell)), heads=1, is_ruled=ruled)
        introduction = Block("text", (Run("introduce:"),), Look(keeps_next=True))
        content = _drawn(
            _blocks(introduction, Block("table", grid=grid), Block("item", (Run(long),), level=1, label="1."))
        )
        text = reading.words(content)
        assert "parola2999" in text
        assert text.count("parola1500") == 2


@pytest.mark.parametrize("words", ["m" * 599, "m\n" * 120, "breve"])
def test_a_narrow_cell_of_any_height_is_printed(words: str) -> None:
    row = (Cell((Block("text", (Run(words),), Look(size=10)),)), Cell((Block("text", (Run("fine"),)),)))
    for ruled in (True, False):
        content = _drawn(_blocks(Block("table", grid=Grid((1.0, 9.0), (row,), is_ruled=ruled))))
        assert reading.squeezed(_without_feet(content)).replace("fine", "") == reading.squeezed(words)


def test_a_signature_stays_with_the_words_above_it() -> None:
    lines = [Block("text", (Run(f"riga {number}"),)) for number in range(45)]
    place, name = Cell((Block("text", (Run("Luogo"),)),)), Cell((Block("text", (Run("Firma"),)),))
    for count in range(38, 45):
        last = Block("text", (Run("ultime parole"),), Look(keeps_next=True))
        grid = Grid((1.0, 1.0), ((Cell(()), Cell(())), (place, name)), is_ruled=False)
        content = _drawn(_blocks(*lines[:count], last, Block("table", grid=grid)))
        (page,) = (sheet.extract_text() for sheet in reading.read(content).pages if "Firma" in sheet.extract_text())
        assert "ultime parole" in page
        assert "Luogo" in page


def test_images_and_wide_cells_are_drawn() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(drawn, "PNG")
    image = Block("image", look=Look(align="center"), picture=Picture(drawn.getvalue(), 40, 40))
    letterhead = Grid((1.0, 3.0), ((Cell((image,)), Cell((Block("text", (Run("Comune"),)),))),), is_ruled=False)
    wide = Grid((1.0, 1.0), ((Cell((Block("text", (Run("largo"),)),), 2),),), heads=1)
    content = _drawn(
        _blocks(image, Block("table", grid=letterhead), Block("table", grid=wide), Block("table", grid=Grid((), ())))
    )
    assert reading.images(content) >= 1
    assert "largo" in reading.words(content)


def test_a_file_is_replaced_only_by_a_finished_one(tmp_path: Path) -> None:
    target = tmp_path / "atto.pdf"
    report.draw(_print("lettera_pec", FULL), target)
    assert target.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [target]


def test_characters_that_cannot_be_printed_are_counted() -> None:
    odd = Block("table", grid=Grid((1.0,), ((Cell((Block("text", (Run("שם?"),)),)),),)))
    assert report.count_missing(_blocks(odd)) == 2


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_facts_are_printed(name: str, note: str) -> None:
    facts = replace(FULL, rup=name, purpose=note, costs=(note, name))
    printed = _print("proposta_delibera_consiglio", facts)
    assert _drawn(printed).startswith(b"%PDF")


def _commands(content: bytes) -> bytes:
    drawing = reading.read(content).pages[0].get_contents()
    assert drawing is not None
    return bytes(drawing.get_data())


def _without_feet(content: bytes) -> str:
    """The text of the pages, so that a paragraph over two of them is in one piece."""
    pages = reading.read(content).pages
    lines = [line for page in pages for line in page.extract_text().split("\n")]
    feet = ("Proposta di prova – ", "pagina ")
    return "\n".join(line for line in lines if line.strip() != "BOZZA" and not line.startswith(feet))
