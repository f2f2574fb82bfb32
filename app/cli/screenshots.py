# SPDX-License-Identifier: EUPL-1.2
"""`screenshots --output DIR`: every page as PNG, offscreen."""

from pathlib import Path

import click

from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.settings import THEMES, ZOOMS
from app.text import _


@word(help=_("Disegna ogni pagina in un file PNG, senza schermo."))
@click.option(
    "--output",
    required=True,
    metavar=_("CARTELLA"),
    type=click.Path(path_type=Path, file_okay=False),
    help=_("La cartella."),
)
@click.option("--theme", default="light", type=click.Choice(THEMES), help=_("L'aspetto."))
@click.option("--zoom", default="100", type=click.Choice([str(zoom) for zoom in ZOOMS]), help=_("L'ingrandimento."))
@pass_words
def screenshots(words: Words, output: Path, theme: str, zoom: str) -> None:
    """Draw the pages."""
    made = words.take_pictures(output, theme, int(zoom))
    words.answer([str(file) for file in made], [str(file) for file in made])
