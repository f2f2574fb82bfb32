# SPDX-License-Identifier: EUPL-1.2
"""The only place that wires everything: folder, log, language, words, window, and what to do when it breaks."""

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from app import log, paths, settings
from app.cli.main import build
from app.cli.words import Words
from app.errors import CampanileError, WrongWords
from app.text import LANGUAGES, _, sentence, set_language

BUG = 70
_PRIVATE = 0o077
_PROGRAM = "campanile"

_log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Do what the words ask; gives the exit status of product.md section 4."""
    os.umask(_PRIVATE)
    _speak_utf8()
    words = Words(open_window=_open_window, take_pictures=_take_pictures)
    set_language(_language(arguments))
    try:
        build().main(list(arguments), prog_name=_PROGRAM, standalone_mode=False, obj=words)
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.ClickException, WrongWords) as wrong:
        return _say_wrong_words(wrong)
    except click.Abort:
        click.echo(_("Interrotto. Ciò che era già salvato è rimasto, il resto no."), err=True)
        return CampanileError.exit_status
    except CampanileError as error:
        from app.text.command_sentences import command_sentence

        click.echo(command_sentence(error), err=True)
        return error.exit_status
    except Exception:  # noqa: BLE001 - the last line of defence: told, logged, and the right exit status
        return _say_bug()
    finally:
        words.close()
        log.stop()
    return words.exit_status


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, else that of the settings: known before the words are built."""
    asked = _value_of("--lang", arguments)
    if asked in LANGUAGES:
        return asked
    folder = _value_of("--data", arguments)
    return settings.language_of(paths.place_of_data(Path(folder) if folder else None))


def _value_of(option: str, arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument == option and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(option + "="):
            return argument.partition("=")[2]
    return ""


def _say_wrong_words(error: click.ClickException | WrongWords) -> int:
    message = sentence(error) if isinstance(error, WrongWords) else error.format_message()
    click.echo(message, err=True)
    if not isinstance(error, click.exceptions.NoArgsIsHelpError):  # it is the help itself
        context = getattr(error, "ctx", None)
        told = _("Scrivi «{command} --help» per l'elenco delle parole.")
        click.echo(told.format(command=context.command_path if context else _PROGRAM), err=True)
    return WrongWords.exit_status


def _say_bug() -> int:
    """The report goes into the log, or where there is none to standard error."""
    _log.exception("unexpected")
    place = log.place()
    if place is None:
        traceback.print_exc()
    told = _("C'è un difetto nel programma. Ciò che era salvato è rimasto nell'archivio. Il rapporto è in {place}.")
    click.echo(told.format(place=place or _("queste righe")), err=True)
    return BUG


def _open_window(folder: Path, store_url: str, language: str) -> int:
    from app.ui.application import open_window

    return open_window(folder, store_url, language)


def _take_pictures(folder: Path, store_url: str, output: Path, theme: str, zoom: int) -> list[Path]:
    from app.ui.pictures import take_pictures

    return take_pictures(folder, store_url, output, theme=theme, zoom=zoom)
