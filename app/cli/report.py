# SPDX-License-Identifier: EUPL-1.2
"""`report NAME [ID] --output FILE.pdf`: what is printed, without a screen."""

from pathlib import Path

import click

from app.actions.reporting import print_report
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.text import _, language

NAMES = (
    "summary",
    "funding",
    "service",
    "accession",
    "request",
    "receipt",
    "folder",
    "centres",
    "centre",
    "deadlines",
    "documents",
    "concession",
    "concessions",
    "invoices",
    "levels",
    "schedule",
)
_WITH_KEY = NAMES[2:]


@word(
    help=_(
        "Scrive un documento PDF: summary (riepilogo), funding (finanziamenti), service CODICE (scheda); "
        "di una pratica accession (lista), request (richiesta), receipt (ricevuta), folder (indice), "
        "con il suo numero; "
        "centres [CODICE,CODICE] (elenco dei centri, o il loro confronto); "
        "centre CODICE (scheda di un centro); deadlines [GIORNI] (scadenze); "
        "documents [documents|acts|missing] (documenti, atti, mancanti); "
        "concession ID (scheda di un contratto, in due pagine; cID di una concessione); "
        "concessions [coming|running|over] (elenco dei contratti); "
        "invoices [GRUPPO] (registro delle fatture); "
        "levels [ID:ANNO] (livelli di servizio di un anno); "
        "schedule ID (rate del canone di un contratto, con il loro conto)."
    )
)
@click.argument("name", metavar=_("NOME"), type=click.Choice(NAMES))
@click.argument("key", default="", metavar="[ID]")
@click.option(
    "--output",
    required=True,
    metavar="FILE.pdf",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Il file da scrivere."),
)
@click.option("--publication", is_flag=True, help=_("La versione per la pubblicazione, senza le persone registrate."))
@pass_words
def report(words: Words, name: str, key: str, output: Path, *, publication: bool) -> None:
    """Write one report."""
    if key and name not in _WITH_KEY:
        raise click.UsageError(_("La stampa «{name}» non vuole un ID.").format(name=name))
    if name == "deadlines" and key and not key.isdecimal():
        raise click.UsageError(_("Le scadenze vogliono un numero di giorni, non «{key}».").format(key=key))
    print_report(words.store, name, key, output, language(), for_publication=publication)
    words.answer({"file": str(output), "report": name}, [_("Scritto {file}").format(file=output)])
