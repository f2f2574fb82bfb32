# SPDX-License-Identifier: EUPL-1.2
"""A comparison in words: what no source tells is said so, in the language in use."""

from app.actions.centre_comparison import comparison_lines, comparison_table
from app.actions.centres import compare
from app.store import Store
from app.text import speaking

CODES = ["CIT-BRESCIA", "CST-LECCE"]


def test_what_no_source_tells_is_said_so(store: Store) -> None:
    lines = {line.point: line for line in comparison_lines(compare(store, CODES))}
    assert lines["Fine della concessione"].cells == (
        "Le fonti consultate non lo dicono.",
        "15 marzo 2032 (dedotto, non letto in una fonte)",
    )
    assert lines["Fine della concessione"].is_told == (False, True)
    offered = next(line for point, line in lines.items() if point.startswith("PAB-01"))
    assert offered.cells == ("Sì", "Nessuna fonte lo mostra")
    assert lines["Tipo"].cells[0] == "Centro innovazione e tecnologie (CIT)"


def test_facts_are_told_in_english_where_asked(store: Store) -> None:
    with speaking("en"):
        lines = comparison_lines(compare(store, CODES))
    assert any("15 March 2032" in line.cells[1] for line in lines)


def test_the_table_has_a_column_for_each_centre(store: Store) -> None:
    table = comparison_table(store, CODES)
    assert table.keys == ("point", *CODES, "verdict")
    assert table.headers[1:3] == ("CIT della Provincia di Brescia", "CST del Comune di Lecce")
    assert {table.said(row)[-1] for row in table.rows} <= {"Lo stesso", "Diverso", "Non confrontabile"}
    assert len(table.rows) == len(comparison_lines(compare(store, CODES)))
