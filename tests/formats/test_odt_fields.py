# SPDX-License-Identifier: EUPL-1.2
"""Fields, lists and conditions of a template, as a clerk and an editor leave them."""

from dataclasses import replace

import pytest

from app.domain.drafts import DraftService
from app.errors import UserError
from tests.drafts import EMPTY, FULL, fill_body, words


def _texts(body: str, facts: object = FULL) -> list[str]:
    assert isinstance(facts, type(FULL))
    return [block.text for block in fill_body(body, facts).blocks]


@pytest.mark.parametrize(
    "paragraph",
    [
        "<text:p>Il {{comune}} aderisce</text:p>",
        "<text:p>Il {{<text:span>comune</text:span>}} aderisce</text:p>",
        "<text:p>Il {<text:span>{com</text:span>un<text:span>e}</text:span>} aderisce</text:p>",
        "<text:p>Il <text:span>{{co<text:span>mu</text:span></text:span><text:bookmark/>ne}} aderisce</text:p>",
        "<text:p>Il {{ Comune }} aderisce</text:p>",
        "<text:p>Il {{\N{NO-BREAK SPACE}COMUNE}} aderisce</text:p>",
        "<text:p>Il {{<text:soft-page-break/>comune}} aderisce</text:p>",
        '<text:h text:outline-level="2">Il {{comune}} aderisce</text:h>',
        "<text:p>Il <text:a>{{comune}}</text:a> aderisce</text:p>",
    ],
)
def test_a_field_is_found_however_the_editor_has_split_it(paragraph: str) -> None:
    assert _texts(paragraph) == ["Il Comune di Borgo Inventato aderisce"]


def test_a_value_takes_the_look_of_its_first_brace() -> None:
    body = '<text:p>a <text:span text:style-name="Forte">{{com</text:span>une}} b</text:p>'
    (block,) = fill_body(body).blocks
    assert [(run.text, run.is_bold) for run in block.runs] == [
        ("a ", False),
        ("Comune di Borgo Inventato", True),
        (" b", False),
    ]


def test_several_fields_of_one_paragraph_keep_their_places() -> None:
    body = "<text:p>{{comune}}{{provincia}} <text:span>{{pec}}, {{ru</text:span>p}} e {{comune}}</text:p>"
    assert _texts(body) == ["Comune di Borgo InventatoZZ comune@pec.example.it, Anna Neri e Comune di Borgo Inventato"]


@pytest.mark.parametrize(
    "value",
    [
        "Rossi & Figli <Srl>",
        "{{x}}",
        "{{comune}} {{se adesione}}",
        "<text:p>dentro</text:p>",
        "]]> <!-- x --> &amp; &#65;",
        "riga\nriga\ttab  due   tre",
        "\x01\x01 \x012\x02",
        "a\\1b \\g<0>",
        "שלום 👍 è",
        "= cmd|' /C calc'!A0",
    ],
)
def test_text_of_the_user_stays_text(value: str) -> None:
    shown = value.replace("\x01", "\N{REPLACEMENT CHARACTER}").replace("\x02", "\N{REPLACEMENT CHARACTER}")
    assert _texts("<text:p>[{{rup}}]</text:p>", replace(FULL, rup=value)) == [f"[{shown}]"]
    service = DraftService("1", value, note=value)
    body = "<text:p>{{servizio.nome}} / {{servizio.note}}</text:p>"
    assert _texts(body, replace(FULL, services=(service,))) == [f"{shown} / {shown}"]


def test_what_is_not_known_is_a_gap_that_can_be_seen() -> None:
    done = fill_body("<text:p>presso {{centro}} per {{da completare: importo annuo}}</text:p>", EMPTY)
    assert done.gaps == ("[da completare: centro di aggregazione]", "[da completare: importo annuo]")
    assert words(done.blocks) == f"presso {done.gaps[0]} per {done.gaps[1]}"
    assert fill_body("<text:p>{{da completare: importo annuo}}</text:p>").gaps == ("[da completare: importo annuo]",)


def test_a_paragraph_stays_only_if_its_condition_holds() -> None:
    body = (
        "<text:p>{{se adesione}}uno</text:p><text:p>{{se rinnovo}}due</text:p><text:p>{{se non rinnovo}}tre</text:p>"
        "<text:p> {{ SE  Cup }}quattro</text:p><text:p>{{se adesione}} {{se non cup}}cinque</text:p>"
        "<text:p>{{se <text:span>non</text:span> oggetto}}sei</text:p><text:p>{{se servizio}}sette</text:p>"
        "<text:p>{{se consiglio}}{{se delibera.numero}}{{comune}}</text:p>"
    )
    assert _texts(body) == ["uno", "tre", "quattro", "sei", "sette", "Comune di Borgo Inventato"]


def test_a_list_repeats_its_paragraph_its_point_or_its_row() -> None:
    paragraph = "<text:p>{{servizio.codice}}: {{servizio.nome}}</text:p>"
    assert _texts(paragraph) == ["ZZZ-01: Posta inventata", "ZZZ-02: Archivio inventato"]
    point = (
        "<text:list><text:list-item><text:p>costi</text:p><text:list><text:list-item><text:p>{{costo.voce}}</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
    )
    assert _texts(point) == ["costi", *FULL.costs]  # the point inside repeats, not the one around it
    row = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>Servizio</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>{{servizio.nome}}</text:p><text:p>{{se servizio.cup}}CUP {{servizio.cup}}</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert _texts(row) == ["Servizio\nPosta inventata\nCUP J41C22000020006\nArchivio inventato"]


def test_an_empty_list_leaves_one_gap() -> None:
    assert _texts("<text:p>{{servizio.codice}} {{servizio.nome}}</text:p>", EMPTY) == [
        " [da completare: servizi richiesti]"
    ]
    assert _texts("<text:p>{{se costo}}{{costo.voce}}</text:p>", EMPTY) == []


def test_a_point_or_a_row_that_nothing_is_left_of_goes() -> None:
    gone = "<text:list><text:list-item><text:p>{{se rinnovo}}x</text:p></text:list-item></text:list><text:p>y</text:p>"
    assert _texts(gone) == ["y"]
    rows = (
        "<table:table><table:table-row><table:table-cell><text:p>{{se rinnovo}}a</text:p></table:table-cell>"
        "<table:table-cell><text:p>{{se rinnovo}}b</text:p></table:table-cell></table:table-row><table:table-row>"
        "<table:table-cell><text:p>{{se rinnovo}}c</text:p></table:table-cell><table:table-cell><text:p>d</text:p>"
        "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p/></table:table-cell>"
        "<table:table-cell/></table:table-row></table:table>"
    )
    assert _texts(rows) == ["\td\n\t"]  # an empty row of the template itself stays


def test_notes_boxes_and_comments_are_filled_too() -> None:
    note = (
        "<text:p>testo<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>nota di {{rup}}"
        "</text:p></text:note-body></text:note></text:p>"
    )
    assert _texts(note) == ["testo (nota di Anna Neri)"]
    box = "<text:p><draw:frame><draw:text-box><text:p>{{comune}}</text:p></draw:text-box></draw:frame></text:p>"
    assert _texts(box) == ["Comune di Borgo Inventato"]


def test_deleted_words_of_the_editor_are_left_alone() -> None:
    body = "<text:tracked-changes><text:p>{{sbagliato}}</text:p></text:tracked-changes><text:p>{{comune}}</text:p>"
    assert _texts(body) == ["Comune di Borgo Inventato"]


@pytest.mark.parametrize(
    ("paragraph", "code", "field"),
    [
        ("<text:p>{{comun}}</text:p>", "draft.unknown_field", "comun"),
        ("<text:p>il {{Comune  Di}} x</text:p>", "draft.unknown_field", "Comune Di"),
        ("<text:p>{{}}</text:p>", "draft.unknown_field", ""),
        ("<text:p>il {{comune} e poi</text:p>", "draft.unknown_field", "comune} e poi"),
        ("<text:p>il comune}} e poi</text:p>", "draft.unknown_field", "il comune"),
        ("<text:p>{{se comun}}x</text:p>", "draft.unknown_field", "se comun"),
        ("<text:p>{{se non}}x</text:p>", "draft.unknown_field", "se non"),
        ("<text:p>{{servizio.prezzo}}</text:p>", "draft.unknown_field", "servizio.prezzo"),
        ("<text:p>{{servizio.nome}} {{costo.voce}}</text:p>", "draft.unknown_field", "costo.voce"),
        ("<text:p>x {{se adesione}}</text:p>", "draft.condition_misplaced", "se adesione"),
        (f"<text:p>{{{{{'x' * 300}}}}}</text:p>", "draft.unknown_field", "x" * 60),
    ],
)
def test_a_wrong_field_is_told_by_name_with_its_file(paragraph: str, code: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        fill_body(paragraph)
    assert (refused.value.code, refused.value.params) == (code, {"file": "prova.odt", "field": field})
    with pytest.raises(UserError):
        fill_body("<text:p/>", header=paragraph)
