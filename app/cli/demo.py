# SPDX-License-Identifier: EUPL-1.2
"""`demo --output DIR`: the main job on the example comune, without a screen, with its pictures and its print."""

import tempfile
from pathlib import Path

import click

from app.actions.output import make_folder
from app.actions.reporting import print_report
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.text import _, language


@word(help=_("Prova il lavoro principale sul comune di esempio e lascia le immagini e il riepilogo stampato."))
@click.option(
    "--output",
    required=True,
    metavar=_("CARTELLA"),
    type=click.Path(path_type=Path, file_okay=False),
    help=_("La cartella."),
)
@pass_words
def demo(words: Words, output: Path) -> None:
    """Open the example, print its summary, draw every page light and dark; the data folder is a throw-away."""
    make_folder(output)
    made = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        words.start(Path(folder), "", words.language, is_json=words.is_json)
        words.workspace.open_example()
        for name in ("summary", "funding"):
            made.append(output / f"{name}.pdf")
            print_report(words.store, name, "", made[-1], language())
        for theme in ("light", "dark"):
            made += words.take_pictures(output / theme, theme, 100)
    words.answer([str(file) for file in made], [str(file) for file in made])
