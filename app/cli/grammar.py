# SPDX-License-Identifier: EUPL-1.2
"""How a word of the command line is written: `@word()`, `@word_group()`, and the --json that each of them takes."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from app.cli.words import Words
from app.text import _

Written = Callable[[Callable[..., Any]], "Word"]


class Word(click.Command):
    """A word that answers in JSON also when `--json` stands behind it."""

    def __init__(self, *args: Any, valid_words: Iterable[Callable[[], str]] = (), **kwargs: Any) -> None:  # noqa: ANN401 - click's own arguments
        kwargs.setdefault("options_metavar", _("[OPZIONI]"))
        super().__init__(*args, **kwargs)
        self._valid_words = tuple(valid_words)
        self.params.append(_json_option())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The words that its arguments take, read only when somebody asks."""
        super().format_epilog(ctx, formatter)
        for told in self._valid_words:
            formatter.write(f"\n{told()}\n")


class WordGroup(click.Group):
    """A word that is followed by another one."""

    command_class = Word

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own arguments
        kwargs.setdefault("options_metavar", _("[OPZIONI]"))
        kwargs.setdefault("subcommand_metavar", _("PAROLA [ARGOMENTI]..."))
        super().__init__(*args, **kwargs)


def word(**attributes: Any) -> Written:  # noqa: ANN401 - click's own arguments
    """Make a function a word."""
    return click.command(cls=Word, **attributes)


def word_group(**attributes: Any) -> Callable[[Callable[..., Any]], WordGroup]:  # noqa: ANN401 - click's own arguments
    """Make a function a word that is followed by another one."""
    return click.group(cls=WordGroup, **attributes)


def _json_option() -> click.Option:
    return click.Option(
        ["--json"],
        is_flag=True,
        expose_value=False,
        callback=_answer_in_json,
        help=_("Risponde con un documento JSON."),
    )


def _answer_in_json(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    words = context.find_object(Words)
    if value and words:
        words.is_json = True
