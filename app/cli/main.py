# SPDX-License-Identifier: EUPL-1.2
"""The command `campanile`: its options, and its words, each read from its file when it is said."""

from importlib import import_module
from pathlib import Path

import click

import app
from app.cli.click_words import speak_our_language
from app.cli.grammar import WordGroup
from app.cli.words import Words
from app.text import LANGUAGES, _, set_language

WORDS = {
    "comune": "comune",
    "status": "status",
    "catalogue": "catalogue",
    "centre": "centre",
    "accession": "accession",
    "concession": "concession",
    "invoice": "invoice",
    "document": "document",
    "act": "act",
    "payment": "payment",
    "level": "level",
    "funding": "funding",
    "deadlines": "deadlines",
    "report": "report",
    "export": "export",
    "history": "history",
    "undo": "history",
    "redo": "history",
    "backup": "backup",
    "backups": "backup",
    "restore": "backup",
    "check": "backup",
    "publish": "publish",
    "screenshots": "screenshots",
    "demo": "demo",
}


class _LateGroup(WordGroup):
    """A group whose words are imported when they are said, so that each starts fast."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The word, or what it resembles: click itself looks only among those already imported."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            raise click.exceptions.NoSuchCommand(unknown.command_name, possibilities=WORDS, ctx=ctx) from unknown

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The words in the order of the manual."""
        return list(WORDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The word of a name, or None."""
        if cmd_name not in WORDS:
            return None
        command = getattr(import_module(f"app.cli.{WORDS[cmd_name]}"), cmd_name)
        return command if isinstance(command, click.Command) else None


def build() -> click.Group:
    """The command with its help in the language in use."""
    speak_our_language()
    return _LateGroup(
        name="campanile",
        callback=_start,
        invoke_without_command=True,
        subcommand_metavar=_("[PAROLA] [ARGOMENTI]..."),
        help=_("Senza una parola si apre la finestra; con una parola si fa un solo lavoro, senza schermo."),
        params=_options(),
    )


def _options() -> list[click.Parameter]:
    folder = click.Path(file_okay=False)
    other_store = _("Il file dell'archivio, invece di quello della cartella dei dati.")
    at_once = {"is_flag": True, "is_eager": True, "expose_value": False}
    return [
        click.Option(["--data"], metavar=_("CARTELLA"), type=folder, help=_("La cartella dei dati.")),
        click.Option(["--store"], default="", metavar=_("FILE"), help=other_store),
        click.Option(["--lang"], type=click.Choice(LANGUAGES), default=None, help=_("La lingua.")),
        click.Option(["--json", "is_json"], is_flag=True, help=_("Risponde con un documento JSON.")),
        click.Option(["--version"], callback=_say_version, help=_("La versione."), **at_once),
    ]


@click.pass_context
def _start(context: click.Context, data: str | None, store: str, lang: str | None, *, is_json: bool) -> None:
    words = context.find_object(Words)
    if words is None:
        raise click.UsageError(_("Il programma va avviato con il comando «campanile»."))
    if data == "":
        raise click.UsageError(_("La cartella dei dati non ha un nome."))
    words.start(Path(data) if data else None, store, lang or "", is_json=is_json)
    if lang:
        set_language(lang)
    if context.invoked_subcommand is None:
        words.open_window()


def _say_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value:
        click.echo(f"Campanile {app.__version__}")
        context.exit()
