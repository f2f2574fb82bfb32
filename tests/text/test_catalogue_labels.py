# SPDX-License-Identifier: EUPL-1.2
"""Keys of a catalogue as people read them; what other editions bring stands as it is."""

from app.text import set_language
from app.text.catalogue_labels import area_label, fact_label, publisher_label


def test_our_own_edition_says_in_english_where_it_comes_from() -> None:
    set_language("en")
    assert publisher_label("Campanile, da fonti pubbliche") == "Campanile, from public sources"
    assert publisher_label("Provincia di Lecco") == "Provincia di Lecco"


def test_an_area_or_a_fact_of_ours_is_said_in_english_and_one_of_others_stands() -> None:
    assert area_label("Servizi di base") == "Servizi di base"
    assert fact_label("partner") == "Soggetto privato"
    set_language("en")
    assert area_label("Servizi di base") != "Servizi di base"
    assert area_label("Area di un altro") == "Area di un altro"
    assert fact_label("partner") != "Soggetto privato"
    assert fact_label("altro") == "altro"
