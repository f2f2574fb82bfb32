# SPDX-License-Identifier: EUPL-1.2
"""What is taken out of words that are to be published, and what stays."""

import pytest

from app.domain.personal import without_people


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chiesto da Carla Esempi e da ESEMPI CARLA.", "Chiesto da [x] e da [x]."),
        ("Scrivere a carla.esempi@comune.prova.example", "Scrivere a [x]"),
        ("Tel. 0342 123456, cell. 333 1234567", "Tel. [x], cell. [x]"),
        ("CF RSSMRA80A01H501U", "CF [x]"),
        ("Tempo di Carla Esempi IT60X0542811101000000123456 e altri", "Tempo di [x] [x] e altri"),
        ("Conto IT60 X054 2811 1010 0000 0123 456, it60x0542811101000000123457.", "Conto [x], [x]."),
        ("Conto DE89 3704 0044 0532 0130 00 e GB29NWBK60161331926819", "Conto [x] e [x]"),
        ("AB12 ANNO 2026 e partita IVA IT01234567890_00001", None),
        ("Carlai Esempio resta", "Carlai Esempio resta"),
        ("CIG B00012EADB, CUP J91F22000000016, determina 140 del 02/05/2024, € 24.000,00", None),
        ("Capitolo 1.03.02.19/4, partita IVA IT01234567890", None),
    ],
)
def test_persons_go_and_codes_stay(words: str, expected: str | None) -> None:
    assert without_people(words, ("Carla Esempi", "", "  "), "[x]") == (words if expected is None else expected)


def test_a_name_is_a_name_and_no_pattern() -> None:
    assert without_people("Il sig. A.B (c) c'era, non AxB", ("A.B (c)",), "[x]") == "Il sig. [x] c'era, non AxB"
