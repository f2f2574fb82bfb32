# SPDX-License-Identifier: EUPL-1.2
"""`accession service ID CODE`."""

from typing import Any

from tests.cli.conftest import Say


def _service(say: Say, *words: object) -> dict[str, Any]:
    services = say("--json", "accession", "service", 1, *words).json
    return next(one for one in services if one["code"] == words[0])


def test_a_service_is_asked_for_with_its_figures(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    written = _service(
        aprica, "PAB-01", "--quantity", 3, "--unit", "postazioni", "--once", "1.000,00", "--yearly", "250",
        "--act", "Delibera C.P. 40/2025",
    )  # fmt: skip
    assert (written["quantity"], written["unit"]) == (3, "postazioni")
    assert (written["once"], written["yearly"], written["cost_source"]) == (
        "1000.00",
        "250.00",
        "Delibera C.P. 40/2025",
    )


def test_a_service_is_set_aside_with_its_reason_or_taken_out(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "PAB-01")
    assert _service(aprica, "BAS-04", "--already", "da Aruba")["choice"] == "already"
    assert _service(aprica, "BAS-01", "--decline", "non serve")["reason"] == "non serve"
    left = aprica("--json", "accession", "service", 1, "PAB-01", "--drop").json
    assert "PAB-01" not in {one["code"] for one in left}


def test_a_figure_without_its_act_is_refused(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    assert aprica("accession", "service", 1, "BAS-05", "--yearly", "100").is_refusal
    assert aprica("accession", "service", 1, "XXX-01").is_refusal
    assert aprica("accession", "service", 1, "BAS-05", "--drop", "--decline", "x").status == 2
