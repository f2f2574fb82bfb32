# SPDX-License-Identifier: EUPL-1.2
"""`backup | backups | restore | check`: copies of the store."""

from pathlib import Path
from typing import Any

import click

from app.actions import backup as actions
from app.actions.backup import BackupFile, CheckOutcome
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.text import _, moment, ngettext


@word(help=_("Fa adesso una copia di sicurezza verificata."))
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path, dir_okay=False))
@pass_words
def backup(words: Words, file: Path | None) -> None:
    """Make a copy."""
    made = actions.back_up(words.workspace, words.store, file)
    words.answer(backup_json(made), [_("Copia fatta e verificata: {file}").format(file=made.path)])
    for name in made.lacking:
        words.say(_("Nella copia manca il file di {file}, che non è nella cartella dei dati.").format(file=name))


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


@word(help=_("Rilegge tutto l'archivio e i file dei documenti e dice se sono integri."))
@click.option("--mend", is_flag=True, help=_("Rimette dalle copie i file dei documenti mancanti o cambiati."))
@click.option("--tidy", is_flag=True, help=_("Toglie i file che né un documento né «annulla» nominano."))
@pass_words
def check(words: Words, *, mend: bool, tidy: bool) -> None:
    """Look through the whole store and every file of its documents."""
    if mend:
        count = actions.mend_documents(words.store)
        words.say(
            ngettext("{count} file rimesso dalle copie.", "{count} file rimessi dalle copie.", count).format(
                count=count
            )
        )
    if tidy:
        count = actions.remove_loose_files(words.store)
        words.say(ngettext("{count} file tolto.", "{count} file tolti.", count).format(count=count))
    outcome = actions.check(words.store, words.progress(_("Documenti")))
    document = {
        "is_sound": outcome.is_sound,
        "findings": list(outcome.findings),
        "rows": outcome.rows,
        "documents": {
            "read": outcome.documents,
            "missing": list(outcome.missing),
            "changed": list(outcome.changed),
            "orphans": outcome.orphans,
            "loose": outcome.loose,
        },
    }
    sound = [_("L'archivio è integro.")] if outcome.is_sound else list(outcome.findings)
    words.answer(document, [*sound, *document_lines(outcome)])
    if not outcome.is_whole:
        words.exit_status = 3


def document_lines(outcome: CheckOutcome) -> list[str]:
    """What the check says of the files of documents."""
    read = ngettext("{count} file di documenti riletto.", "{count} file di documenti riletti.", outcome.documents)
    gone = _("Manca il file di {file}: aggiungilo di nuovo o riprendi una copia di sicurezza.")
    changed = _("Il file di {file} è cambiato: aggiungilo di nuovo o riprendi una copia di sicurezza.")
    loose = ngettext(
        "{count} file che nessun documento nomina: resta per «annulla».",
        "{count} file che nessun documento nomina: restano per «annulla».",
        outcome.orphans - outcome.loose,
    )
    spare = ngettext(
        "{count} file che non serve più a nulla: toglilo con «campanile check --tidy».",
        "{count} file che non servono più a nulla: toglili con «campanile check --tidy».",
        outcome.loose,
    )
    return [
        *([read.format(count=outcome.documents)] if outcome.documents else []),
        *(gone.format(file=name) for name in outcome.missing),
        *(changed.format(file=name) for name in outcome.changed),
        *([loose.format(count=outcome.orphans - outcome.loose)] if outcome.orphans > outcome.loose else []),
        *([spare.format(count=outcome.loose)] if outcome.loose else []),
    ]


def backup_json(copy: BackupFile) -> dict[str, Any]:
    """A copy as the answers in JSON show it."""
    return {
        "file": str(copy.path),
        "made_at": copy.made_at.isoformat().replace("+00:00", "Z"),
        "bytes": copy.bytes,
        "is_verified": copy.is_verified,
        "reason": copy.reason,
        "rows": copy.rows,
        "documents": copy.documents,
        "documents_lacking": list(copy.lacking),
    }


def _line(copy: BackupFile) -> str:
    state = _("verificata") if copy.is_verified else _("non verificata")
    return f"{moment(copy.made_at)}  {copy.bytes:>9}  {state}  {copy.path}"
