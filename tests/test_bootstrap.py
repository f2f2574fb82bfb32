# SPDX-License-Identifier: EUPL-1.2
"""What the last line of defence says: of an interruption, of a bug, of trouble around the store, in which language."""

import logging
from pathlib import Path

import pytest

from app import bootstrap
from app.cli.words import Words
from app.errors import CampanileError, EnvironmentFault, FaultKind, UserError, WrongWords


def ending(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the next start of a word end so."""

    def end(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(Words, "start", end)


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (KeyboardInterrupt(), 1, "Interrotto."),
        (UserError("store.none"), 1, "comune set"),
        (WrongWords("funding.no_files"), 2, "Non è stato indicato nessun file."),
        (EnvironmentFault(FaultKind.FULL), 3, "Il disco è pieno."),
        (EnvironmentFault(FaultKind.LOCKED, owner="Carla"), 3, "già aperto da Carla"),
        (EnvironmentFault(FaultKind.READ_ONLY, place="x"), 3, "x si può solo leggere."),
        (EnvironmentFault(FaultKind.DAMAGED, place="x"), 3, "L'archivio x è danneggiato."),
        (EnvironmentFault(FaultKind.GONE, place="x"), 3, "x non si raggiunge."),
    ],
)
def test_each_end_has_its_status_and_its_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    sentence: str,
) -> None:
    ending(monkeypatch, error)
    assert bootstrap.run(["status"]) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err


def test_a_bug_without_a_log_is_reported_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ending(monkeypatch, ZeroDivisionError("prova"))
    logging.getLogger("app").propagate = False  # pytest would take the report for a warning of ours
    try:
        assert bootstrap.run(["status"]) == bootstrap.BUG == 70
    finally:
        logging.getLogger("app").propagate = True
    told = capsys.readouterr()
    assert (told.out, "ZeroDivisionError: prova" in told.err, "queste righe" in told.err) == ("", True, True)


def test_every_refusal_has_one_of_the_statuses_of_the_manual() -> None:
    assert CampanileError.exit_status == UserError.exit_status == 1
    assert (WrongWords.exit_status, EnvironmentFault.exit_status, bootstrap.BUG) == (2, 3, 70)


def test_the_usual_folder_is_asked_for_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text('{"language": "en"}')
    monkeypatch.setenv("CAMPANILE_DATA", "")
    monkeypatch.setattr("app.paths._usual", lambda: tmp_path)
    assert bootstrap.run(["foo"]) == 2
    assert "No such command" in capsys.readouterr().err
