# SPDX-License-Identifier: EUPL-1.2
"""`export NAME --output FILE.(csv|xlsx|json)`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_every_list_is_written_with_all_its_rows(filled: Say, tmp_path: Path, suffix: str) -> None:
    for name, rows in (("funding", 9), ("catalogue", 93), ("changes", 9), ("history", 3), ("centres", None)):
        target = tmp_path / f"{name}.{suffix}"
        answer = filled("--json", "export", name, "--output", target)
        assert (answer.status, answer.json["file"]) == (0, str(target))
        assert rows in (None, answer.json["rows"])
        assert target.stat().st_size > 100


def test_json_has_the_keys_of_the_list(filled: Say, tmp_path: Path) -> None:
    filled("export", "funding", "--output", tmp_path / "f.json")
    exported = json.loads((tmp_path / "f.json").read_bytes())
    listed = filled("--json", "funding", "list").json
    assert [{name: item[name] for name in listed[0]} for item in exported] == listed


@pytest.mark.parametrize(("name", "file"), [("altro", "x.csv"), ("funding", "x.doc"), ("funding", "no/x.csv")])
def test_what_cannot_be_is_refused(filled: Say, tmp_path: Path, name: str, file: str) -> None:
    answer = filled("export", name, "--output", tmp_path / file)
    assert (answer.status, answer.is_refusal) == (1, True)
    assert list(tmp_path.glob("x.*")) == []
