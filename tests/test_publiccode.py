# SPDX-License-Identifier: EUPL-1.2
"""What the catalogue of Developers Italia reads is whole, and true of this version."""

import tomllib
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

import app
from app.text import LANGUAGES
from tests.source import ROOT

_MANDATORY = (  # docs/standard/schema.core.rst and schema.it.rst of the standard, version 0.5.0
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description",
    "legal.license", "maintenance.type", "maintenance.contacts", "localisation.localisationReady",
    "localisation.availableLanguages", "IT.countryExtensionVersion",
)  # fmt: skip
_DEPRECATED = (
    "it", "IT.conforme", "IT.riuso", "legal.repoOwner", "legal.authorsFile", "inputTypes", "outputTypes",
    "monochromeLogo",
)  # fmt: skip
_SHORT = 150
_LONG = 10_000
_MISSING = object()


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    return document


def _at(document: dict[str, Any], path: str) -> Any:  # noqa: ANN401 - whatever YAML can hold
    found: Any = document
    for key in path.split("."):
        if not isinstance(found, dict) or key not in found:
            return _MISSING
        found = found[key]
    return found


def test_every_mandatory_key_says_something(told: dict[str, Any]) -> None:
    assert [path for path in _MANDATORY if _at(told, path) in (_MISSING, "", [], {}, None)] == []
    assert [path for path in _DEPRECATED if _at(told, path) is not _MISSING] == []


def test_it_follows_the_standard_that_it_names(told: dict[str, Any]) -> None:
    assert told["publiccodeYmlVersion"] == "0.5.0"
    assert _at(told, "IT.countryExtensionVersion") == "1.0"
    assert told["softwareType"] == "standalone/desktop"
    assert told["developmentStatus"] in {"concept", "development", "beta", "stable"}
    assert urlsplit(told["url"]).scheme == "https"
    assert all(contact["name"] for contact in told["maintenance"]["contacts"])
    assert set(_at(told, "IT.piattaforme")) == {"spid", "cie", "anpr", "pagopa", "io"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_described_within_the_limits(told: dict[str, Any], language: str) -> None:
    words = told["description"][language]
    assert 0 < len(words["shortDescription"]) <= _SHORT
    assert "\n" not in words["shortDescription"].strip()
    assert _SHORT <= len(words["longDescription"]) <= _LONG
    assert 5 <= len(words["features"]) <= 20


def test_both_descriptions_name_the_same_features(told: dict[str, Any]) -> None:
    assert len({len(words["features"]) for words in told["description"].values()}) == 1


def test_it_is_true_of_this_version(told: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["softwareVersion"] == app.__version__
    assert told["legal"]["license"] == project["license"]
    assert sorted(told["localisation"]["availableLanguages"]) == sorted(LANGUAGES)
    (python,) = told["dependsOn"]["open"]
    assert f">={python['versionMin']}" == project["requires-python"]


def test_its_pictures_are_in_the_project(told: dict[str, Any]) -> None:
    pictures = [
        told["logo"],
        *(name for words in told["description"].values() for name in words.get("screenshots", [])),
    ]
    assert [name for name in pictures if not (ROOT / name).is_file()] == []
