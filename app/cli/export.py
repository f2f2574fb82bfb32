# SPDX-License-Identifier: EUPL-1.2
"""`export NAME --output FILE.(csv|xlsx|ods|json)`: any list for a spreadsheet or another program."""

from pathlib import Path

import click

from app.actions.export import export_table
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.text import _, ngettext


@word(
    help=_(
        "Esporta un elenco: funding, catalogue, centres, accessions, concessions, schedule, budget, invoices, "
        "documents, acts, history, changes."
    )
)
@click.argument("name", metavar=_("NOME"))
@click.option(
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Il file da scrivere."),
)
@pass_words
def export(words: Words, name: str, output: Path) -> None:
    """Write one list."""
    rows = export_table(words.store, name, output)
    told = ngettext("{count} riga in {file}", "{count} righe in {file}", rows).format(count=rows, file=output)
    words.answer({"file": str(output), "rows": rows}, [told])
