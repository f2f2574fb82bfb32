# SPDX-License-Identifier: EUPL-1.2
"""`backup | backups | restore | check`: copies of the store."""

from pathlib import Path
from typing import Any

import click

from app.actions import backup as actions
from app.actions.backup import BackupFile
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.text import _, moment


@word(help=_("Fa adesso una copia di sicurezza verificata."))
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path, dir_okay=False))
@pass_words
def backup(words: Words, file: Path | None) -> None:
    """Make a copy."""
    made = actions.back_up(words.workspace, words.store, file)
    words.answer(backup_json(made), [_("Copia fatta e verificata: {file}").format(file=made.path)])


@word(help=_("Elenca le copie di sicurezza."))
@pass_words
def backups(words: Words) -> None:
    """The copies, newest first."""
    found = actions.list_backups(words.workspace)
    words.answer([backup_json(copy) for copy in found], [_line(copy) for copy in found])
    if not found:
        words.say(_("Non c'è ancora nessuna copia. Falla con «campanile backup»."))


@word(help=_("Rimette una copia al posto dell'archivio, che viene tenuto da parte."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@pass_words
def restore(words: Words, file: Path) -> None:
    """Put a copy back."""
    store = actions.restore(words.workspace, file)
    told = _("Ripristinata la copia {file}. L'archivio di prima è rimasto accanto, con la data nel nome.")
    words.answer({"file": str(file), "store": str(store.path)}, [told.format(file=file.name)])


@word(help=_("Rilegge tutto l'archivio e dice se è integro."))
@pass_words
def check(words: Words) -> None:
    """Look through the whole store."""
    outcome = actions.check(words.store)
    document = {"is_sound": outcome.is_sound, "findings": list(outcome.findings), "rows": outcome.rows}
    words.answer(document, [_("L'archivio è integro.")] if outcome.is_sound else list(outcome.findings))
    if not outcome.is_sound:
        words.exit_status = 3


def backup_json(copy: BackupFile) -> dict[str, Any]:
    """A copy as the answers in JSON show it."""
    return {
        "file": str(copy.path),
        "made_at": copy.made_at.isoformat().replace("+00:00", "Z"),
        "bytes": copy.bytes,
        "is_verified": copy.is_verified,
        "reason": copy.reason,
        "rows": copy.rows,
    }


def _line(copy: BackupFile) -> str:
    state = _("verificata") if copy.is_verified else _("non verificata")
    return f"{moment(copy.made_at)}  {copy.bytes:>9}  {state}  {copy.path}"
