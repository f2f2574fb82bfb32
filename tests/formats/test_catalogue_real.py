# SPDX-License-Identifier: EUPL-1.2
"""The first edition against the research that it comes from, where that lies beside the project."""

import csv
from pathlib import Path

import pytest

from app.domain.catalogue import Service
from app.formats.catalogue import first_edition_path, read_catalogue

SERVICES = read_catalogue(first_edition_path()).services

RENAMED_AREA = ("Smart city e territorio", "Città e territorio")
MEASURES = {  # said without its remark; of two measures that the FAQ admit, the one of the program
    "GES-06": ("2.2.3 SUAP SUE (norma nota)", "2.2.3 SUAP SUE"),
    "GES-07": ("2.2.3 SUAP SUE (norma nota)", "2.2.3 SUAP SUE"),
    "FOR-04": ("1.7.2 (rete regionale)", "1.7.2"),
    "TRI-03": ("1.4.3 pagoPA", "1.2"),
}
FREED = {  # IMU is paid by F24; the other three do not need the service that the research named
    "TRI-01": ("DAT-03", "PAB-01"),
    "SEC-02": ("INF-03",),
    "SMC-09": ("SMC-01",),
    "FOR-03": ("FOR-02",),
}
ALSO_FOR = {"PAB-02": "IMPRESE", "TRI-01": "IMPRESE", "TRI-02": "IMPRESE", "TRI-03": "CITTADINI"}


@pytest.fixture(scope="module")
def pairs(shared: Path) -> list[tuple[Service, dict[str, str]]]:
    """Each service with the row of the research."""
    with (shared / "domain" / "catalogue_candidates.csv").open(encoding="utf-8", newline="") as file:
        return list(zip(SERVICES, csv.DictReader(file), strict=True))


def test_code_area_and_measure(pairs: list[tuple[Service, dict[str, str]]]) -> None:
    for service, row in pairs:
        assert service.code == row["code"]
        assert (row["area"], service.area) == RENAMED_AREA or row["area"] == service.area
        assert (row["pnrr_measure"], service.measure) == MEASURES.get(service.code, (service.measure, service.measure))


def test_for_whom_and_how_paid(pairs: list[tuple[Service, dict[str, str]]]) -> None:
    for service, row in pairs:
        added = {ALSO_FOR[service.code]} if service.code in ALSO_FOR else set()
        assert set(service.addressees) == {*row["beneficiary"].split(";"), *added}, service.code
        assert list(service.fee_models) == row["fee_model"].split(";")
        assert service.fee_inferred == ("fee: inferenza" in row["source"])


def test_prerequisites(pairs: list[tuple[Service, dict[str, str]]]) -> None:
    for service, row in pairs:
        told = tuple(code for code in row["prerequisite_codes"].split(";") if code)
        if service.code in FREED:
            assert (told, service.prerequisites) == (FREED[service.code], ("BAS-01",))
        else:
            assert service.prerequisites == told


def test_no_law_of_the_research_is_lost(pairs: list[tuple[Service, dict[str, str]]]) -> None:
    for service, row in pairs:
        laws = " ".join(law.text for law in service.legal_basis)
        for law in filter(None, (part.strip() for part in row["legal_basis"].split(";"))):
            act = " ".join(law.split()[:2]) if not law.startswith("art.") else ""
            assert act in laws, (service.code, law)
        assert bool(service.legal_basis) == bool(row["legal_basis"])


def test_what_the_research_inferred_is_marked(pairs: list[tuple[Service, dict[str, str]]]) -> None:
    for service, row in pairs:
        if row["source"].startswith("inferenza"):
            assert any(source.inferred for source in service.sources), service.code
        if service.measure == "1.2" and service.code not in ("INF-02", "TRI-03"):
            assert service.measure_inferred, service.code
