# SPDX-License-Identifier: EUPL-1.2
"""`publish keygen | catalogue | collect | answer`: the centre's side, for which no comune need be chosen."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import click

from app.actions import collecting, publishing
from app.actions.published import name_of_key
from app.cli.days import DAY
from app.cli.grammar import word_group
from app.cli.publish_words import (
    answer_json,
    answer_lines,
    collection_json,
    collection_lines,
    edition_json,
    edition_lines,
)
from app.cli.words import Words, pass_words
from app.domain.dates import to_rome
from app.domain.exchange import Outcome
from app.errors import UserError
from app.formats.signing_keys import SigningKey
from app.text import _, ngettext
from app.text.exchange_words import carried_words

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_LONGEST_VALIDITY = 36_500
_LARGEST = 2**53 - 1
_OUTCOMES = click.Choice(get_args(Outcome))
_passphrase = click.option(
    "--passphrase-file", metavar="FILE", type=_FILE, help=_("Il file con la frase che protegge la chiave.")
)
_key = click.option(
    "--key", "key_file", required=True, metavar="FILE", type=_FILE, help=_("La chiave fatta da keygen.")
)
_output = click.option("--output", required=True, metavar="FILE", type=_FILE, help=_("Il file da scrivere."))


@word_group(help=_("Per il centro: chiavi, edizioni firmate del catalogo, richieste ricevute, risposte."))
def publish() -> None:
    """Words of a centre."""


@publish.command(help=_("Crea la chiave con cui il centro firma; l'impronta si legge per telefono ai comuni."))
@click.argument("folder", metavar=_("CARTELLA"), type=_FOLDER)
@click.option("--name", default="", metavar=_("NOME"), help=_("Chi pubblica, come sta nel catalogo."))
@click.option("--replaces", default=None, metavar="FILE", type=_FILE, help=_("La chiave che questa sostituisce."))
@click.option("--protect", is_flag=True, help=_("Chiede una frase che protegge la chiave."))
@_passphrase
@pass_words
def keygen(
    words: Words, folder: Path, name: str, replaces: Path | None, passphrase_file: Path | None, *, protect: bool
) -> None:
    """Make a key."""
    passphrase = _passphrase_of(passphrase_file)
    old = _open_key(replaces, passphrase) if replaces else None
    if protect and not passphrase:
        passphrase = click.prompt(
            _("La frase che protegge la chiave"), hide_input=True, confirmation_prompt=True, err=True
        )
    key, files = publishing.make_key(folder, name, _today(), passphrase, old)
    document = {
        "name": name,
        "key_id": key.key_id,
        "public_key": key.public_key,
        "fingerprint": key.fingerprint,
        "files": [str(file) for file in files],
    }
    lines = [
        _("Chiave {key_id} in {folder}").format(key_id=key.key_id, folder=folder),
        _("Impronta: {fingerprint}").format(fingerprint=key.fingerprint),
    ]
    words.answer(document, lines)
    words.say(_("Il file campanile.key firma per il centro: non va mandato a nessuno. Fanne una copia al sicuro."))


@publish.command(help=_("Firma un'edizione del catalogo."))
@click.argument("edition", metavar="EDIZIONE.json", type=_FILE)
@click.option("--centres", metavar="FILE", type=_FILE, help=_("I centri per cui parla chi pubblica."))
@_key
@_passphrase
@click.option(
    "--sequence",
    required=True,
    metavar=_("NUMERO"),
    type=click.IntRange(1, _LARGEST),
    help=_("Più alto del precedente."),
)
@click.option(
    "--valid-days",
    required=True,
    metavar=_("GIORNI"),
    type=click.IntRange(1, _LONGEST_VALIDITY),
    help=_("Per quanto vale."),
)
@click.option("--valid-from", type=DAY, help=_("Da quando vale; se manca, da oggi."))
@click.option(
    "--min-version",
    default=publishing.FIRST_VERSION,
    metavar=_("VERSIONE"),
    help=_("La versione di Campanile che serve."),
)
@click.option("--rotation", "rotations", multiple=True, metavar="FILE", type=_FILE, help=_("Un cambio di chiave."))
@_output
@pass_words
def catalogue(words: Words, /, edition: Path, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Sign an edition."""
    key = _open_key(given["key_file"], _passphrase_of(given["passphrase_file"]))
    order = publishing.EditionOrder(
        sequence=given["sequence"],
        valid_days=given["valid_days"],
        valid_from=given["valid_from"],
        min_version=given["min_version"],
        rotations=given["rotations"],
        publisher=name_of_key(given["key_file"], key.public),
    )
    signed = publishing.publish_catalogue(edition, given["centres"], key, order, given["output"], _today())
    today = _today()
    written = [_("Scritto {file}").format(file=given["output"])]
    words.answer(
        {"file": str(given["output"]), **edition_json(signed, today)}, [*written, *edition_lines(signed, today)]
    )


@publish.command(help=_("Controlla le richieste ricevute in una cartella e le mette in una tabella."))
@click.argument("folder", metavar=_("CARTELLA"), type=_FOLDER)
@click.option("--output", required=True, metavar="FILE.(csv|xlsx)", type=_FILE, help=_("Il file da scrivere."))
@pass_words
def collect(words: Words, folder: Path, output: Path) -> None:
    """Check the packages of a folder."""
    collection = collecting.collect(folder, words.progress(_("Controllo dei pacchetti")))
    collecting.write_collection(collection, output, datetime.now(UTC))
    words.answer({"file": str(output), **collection_json(collection)}, collection_lines(collection, output))
    if collection.others:
        told = ngettext(
            "{count} file è una risposta o un catalogo: lasciato fuori.",
            "{count} file sono risposte o cataloghi: lasciati fuori.",
            collection.others,
        )
        words.say(told.format(count=collection.others))


@publish.command(help=_("Risponde a una richiesta con un pacchetto firmato."))
@click.argument("package", metavar=_("RICHIESTA"), type=_FILE)
@_key
@_passphrase
@click.option("--outcome", required=True, type=_OUTCOMES, help=_("L'esito."))
@click.option("--on", required=True, type=DAY, help=_("La data della risposta."))
@click.option("--text", default="", metavar=_("TESTO"), help=_("Che cosa manca, o il motivo."))
@click.option("--answer-by", type=DAY, help=_("Entro quando il comune deve rispondere."))
@click.option("--protocol", "protocol_number", default="", metavar=_("NUMERO"), help=_("Il protocollo della risposta."))
@click.option("--protocol-on", type=DAY, help=_("La data del protocollo."))
@click.option("--starts-on", type=DAY, help=_("L'inizio della convenzione."))
@click.option("--ends-on", type=DAY, help=_("La fine della convenzione."))
@click.option("--attach", "attached", multiple=True, metavar="FILE", type=_FILE, help=_("Un documento da allegare."))
@click.option("--refuse", "refused", multiple=True, metavar=_("CODICE"), help=_("Un servizio che non si concede."))
@click.option(
    "--grant", "granted", multiple=True, metavar=_("CODICE"), help=_("Un servizio rifiutato prima, che ora si concede.")
)
@click.option(
    "--sequence", default=None, metavar=_("NUMERO"), type=click.IntRange(1, _LARGEST),
    help=_("Il numero della risposta; se manca, il prossimo tra quelle accanto."),
)  # fmt: skip
@_output
@pass_words
def answer(words: Words, /, package: Path, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Answer a request."""
    key = _open_key(given.pop("key_file"), _passphrase_of(given.pop("passphrase_file")))
    output: Path = given.pop("output")
    order = publishing.AnswerOrder(**given)
    told = publishing.answer_request(package, key, order, output, datetime.now(UTC))
    carried = publishing.carried_refusals(told, order.refused)
    json = answer_json(told, output, key.public) | {"carried_refusals": list(carried)}
    words.answer(json, answer_lines(told, output))
    if carried:
        words.say(carried_words(carried))


def _today() -> date:
    return to_rome(datetime.now(UTC)).date()


def _passphrase_of(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("publish.not_read", file=file.name) from error
    return lines[0] if lines else ""


def _open_key(file: Path, passphrase: str) -> SigningKey:
    """The key; its passphrase is asked for where someone sits at the keyboard."""
    try:
        return publishing.open_key(file, passphrase)
    except UserError as error:
        if error.code != "key.passphrase_missing" or not sys.stdin.isatty():
            raise
    return publishing.open_key(file, click.prompt(_("La frase che protegge la chiave"), hide_input=True, err=True))
