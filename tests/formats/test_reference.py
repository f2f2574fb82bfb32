# SPDX-License-Identifier: EUPL-1.2
"""The reference data: complete, unambiguous, each row with its source."""

from collections import Counter
from datetime import date

import pytest

from app.formats.reference import (
    load_calls,
    load_decrees,
    load_lump_sums,
    load_municipalities,
    load_time_limits,
    reference_sources,
)

BY_BELFIORE = {item.belfiore: item for item in load_municipalities()}


def test_all_comuni_in_force_are_there_once() -> None:
    assert len(load_municipalities()) == 7894
    assert len(BY_BELFIORE) == 7894
    codes = Counter(item.istat for item in load_municipalities() if item.istat)
    assert max(codes.values()) == 1
    assert [item.name for item in load_municipalities() if not item.istat] == ["Castegnero Nanto"]


@pytest.mark.parametrize(
    ("belfiore", "istat", "name", "other_name", "province"),
    [
        ("A337", "014004", "Aprica", "", "SO"),
        ("L812", "017197", "Vestone", "", "BS"),
        ("A952", "021008", "Bolzano", "Bozen", "BZ"),
        ("F931", "001168", "None", "", "TO"),
        ("F839", "063049", "Napoli", "", "NA"),
        ("H501", "058091", "Roma", "", "RM"),
        ("D383", "032001", "Duino Aurisina", "Devin Nabrežina", "TS"),
        ("H845", "031019", "San Floriano del Collio", "Števerjan", "GO"),
        ("I479", "031022", "Savogna d'Isonzo", "Sovodnje ob Soči", "GO"),
        ("E321", "102017", "Jonadi", "", "VV"),
    ],
)
def test_known_comuni(belfiore: str, istat: str, name: str, other_name: str, province: str) -> None:
    item = BY_BELFIORE[belfiore]
    assert (item.istat, item.name, item.other_name, item.province) == (istat, name, other_name, province)


def test_sardegna_has_the_provinces_of_2026_and_keeps_the_old_codes() -> None:
    sardegna = [item for item in load_municipalities() if item.region == "Sardegna"]
    assert Counter(item.province for item in sardegna) == {
        "OR": 87, "CA": 70, "SS": 66, "NU": 53, "VS": 28, "OT": 26, "CI": 24, "OG": 23,
    }  # fmt: skip
    assert all(item.istat[:3] in map(str, range(112, 120)) for item in sardegna)
    assert all(len(item.previous_istat) == 1 and item.previous_istat[0] != item.istat for item in sardegna)
    assert (BY_BELFIORE["I452"].name, BY_BELFIORE["I452"].previous_istat) == ("Sassari", ("090064",))


def test_names_are_whole_words_of_letters() -> None:
    for item in load_municipalities():
        for name in (item.name, item.other_name, item.province_name, item.region):
            odd = {char for char in name if not char.isalpha()} - set(" '-/.")
            assert not odd, (name, odd)
            assert name == " ".join(name.split())


def test_every_comune_of_the_province_of_bolzano_has_both_names() -> None:
    bolzano = [item for item in load_municipalities() if item.province == "BZ"]
    assert len(bolzano) == 116
    assert all(item.other_name for item in bolzano)


def test_a_former_code_leads_to_one_comune() -> None:
    present = [item.istat for item in load_municipalities() if item.istat]
    former = [code for item in load_municipalities() for code in item.previous_istat]
    assert len(set(present + former)) == len(present) + len(former)
    merged = {item.name: item.previous_istat for item in load_municipalities() if len(item.previous_istat) > 1}
    assert merged == {
        "Bardello con Malgesso e Bregano": ("012009", "012018", "012095"),
        "Castegnero Nanto": ("024027", "024071"),
        "Moransengo-Tonengo": ("005079", "005110"),
        "Santa Caterina d'Este": ("028022", "028098"),
        "Setteville": ("025002", "025070"),
        "Sovizzo": ("024044", "024103"),
        "Uggiate con Ronago": ("013199", "013228"),
    }
    assert BY_BELFIORE["F478"].previous_istat == ("041033",)  # Montecopiolo, from the Marche to Rimini


def test_residents_are_those_of_the_census_or_nobodys() -> None:
    assert all(item.population is None for item in load_municipalities())
    without = [item.name for item in load_municipalities() if item.population_2011 is None]
    assert len(without) == 9
    assert "Misiliscemi" in without
    assert BY_BELFIORE["A337"].population_2011 == 1588


def test_homonyms_differ_by_province() -> None:
    places = Counter((item.name, item.province) for item in load_municipalities())
    assert max(places.values()) == 1
    homonyms = {name for name, count in Counter(item.name for item in load_municipalities()).items() if count > 1}
    assert {"Castro", "Livo", "Peglio", "Samone"} <= homonyms


def test_the_calls_are_those_of_the_open_data() -> None:
    calls = load_calls()
    assert (len(calls), sum(call.is_for_municipalities for call in calls)) == (57, 24)
    assert len({call.title for call in calls}) == len({call.label for call in calls}) == 57
    assert all(call.is_closed and call.opens_on <= call.closes_on for call in calls)
    assert "1.4.4 Adozione SPID CIE  - Comuni - Aprile 2022" in {call.title for call in calls}


def test_everything_about_a_call_names_a_call_for_comuni() -> None:
    titles = {call.title for call in load_calls() if call.is_for_municipalities}
    assert {decree.call for decree in load_decrees()} <= titles
    assert {part.call for part in load_lump_sums()} == titles
    assert {limit.call for limit in load_time_limits()} - {""} == titles


def test_decrees_have_one_date_for_call_and_window() -> None:
    decrees = load_decrees()
    assert len({(decree.call, decree.window) for decree in decrees}) == len(decrees) == 46
    send = next(item for item in decrees if "Settembre 2022" in item.call and item.call.startswith("1.4.5"))
    assert (send.number, send.decreed_on) == ("131", date(2023, 1, 3))


def test_what_is_not_known_stays_empty_and_says_so() -> None:
    unknown = [part for part in load_lump_sums() if part.amount is None]
    assert unknown
    assert all(part.role == "unknown" and part.how_known.startswith("non noto") for part in unknown)
    silent = [limit for limit in load_time_limits() if not limit.is_known]
    assert silent
    assert all(limit.note and not limit.counted_from for limit in silent)
    assert all(bool(limit.note) == bool(limit.note_en) for limit in load_time_limits())


def test_the_limits_are_those_that_a_source_tells() -> None:
    told = {
        (limit.call.split(" - Comuni")[0].removeprefix("1.4.3 - "), limit.call[-4:].strip(")"), limit.event): limit
        for limit in load_time_limits()
        if limit.call and limit.is_known
    }
    days = {key: limit.days or limit.months or limit.on for key, limit in told.items()}
    end = date(2026, 3, 31)
    spid, send = "1.4.4 Adozione SPID CIE ", "1.4.5 'Piattaforma Notifiche Digitali' Comuni "
    assert sum(limit.is_known for limit in load_time_limits() if limit.call) == 18
    assert days[("1.3.1 Piattaforma Digitale Nazionale Dati - ANNCSU", "2025", "completion")] == end
    assert [days[("app IO", year, "contract")] for year in ("2022", "2023", "2024", "2025")] == [180, 180, 180, 60]
    assert [days[("app IO", year, "completion")] for year in ("2022", "2023", "2024", "2025")] == [240, 240, 240, 120]
    assert (days[(spid, "2022", "contract")], days[(spid, "2022", "completion")]) == (12, 10)
    assert [days[("1.4.4 Adozione ANPR ANSC", "2024", event)] for event in ("contract", "completion")] == [90, 180]
    assert {limit.days for limit in load_time_limits() if limit.call.startswith(send) and limit.is_known} == {90}


def test_where_the_sources_disagree_no_figure_is_taken() -> None:
    data = [limit for limit in load_time_limits() if limit.call.endswith("Comuni Ottobre 2022")]
    assert [limit.event for limit in data] == ["contract", "completion"]
    assert not any(limit.is_known for limit in data)
    assert all(limit.note.startswith("fonti in contrasto") for limit in data)


def test_every_figure_has_its_source() -> None:
    assert all(limit.source for limit in load_time_limits() if limit.is_known)
    assert all(decree.source for decree in load_decrees())
    assert all(part.how_known for part in load_lump_sums())
    for name in ("municipalities.csv", "calls.csv", "decrees.csv", "lump_sums.csv", "time_limits.csv"):
        entry = reference_sources()[name]
        assert entry["what"]
        assert entry["sources"]
        assert date.fromisoformat(entry["date"]) <= date(2026, 12, 31)
