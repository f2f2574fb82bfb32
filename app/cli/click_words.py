# SPDX-License-Identifier: EUPL-1.2
"""The words that click says by itself, in Italian.

click asks gettext for them in the language of the system, which is not ours: ours is that of the settings and of
`--lang`. Its modules look up `_` and `ngettext` by name, so our own are put there; English keeps click's own words.
A test reads click's sources and fails when a new version says something that is not listed here.
"""

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from app.text import language

MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)

ITALIAN = {
    # the page of --help
    "Usage:": "Uso:",
    "Options": "Opzioni",
    "Commands": "Parole",
    "Positional arguments": "Argomenti",
    "Show this message and exit.": "Mostra questo aiuto.",
    "default: {default}": "se manca: {default}",
    "required": "obbligatorio",
    "env var: {var}": "variabile: {var}",
    "(dynamic)": "(secondo il caso)",
    # what was written wrong
    "Missing command.": "Manca la parola.",
    "Missing argument": "Manca l'argomento",
    "Missing option": "Manca l'opzione",
    "Missing parameter": "Manca il valore",
    "Missing parameter: {param_name}": "Manca il valore {param_name}.",
    "Missing {param_type}": "Manca il valore",
    "No such command {name!r}.": "La parola «{name}» non c'è.",
    "No such option {name!r}.": "L'opzione «{name}» non c'è.",
    "Option {name!r} does not take a value.": "L'opzione «{name}» non vuole un valore.",
    "Argument {name!r} takes {nargs} values.": "L'argomento «{name}» vuole {nargs} valori.",
    "Invalid value for {param_hint}: {message}": "Il valore di {param_hint} non va: {message}",
    "Invalid value: {message}": "Il valore non va: {message}",
    "Choose from:\n\t{choices}": "Scegli tra:\n\t{choices}",
    "{value} is not in the range {range}.": "{value} non sta tra i valori possibili ({range}).",
    "{value!r} is not a valid {number_type}.": "«{value}» non è un numero intero.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "«{value}» non è tra {states}.",
    "{name} {filename!r} does not exist.": "{name} «{filename}» non c'è.",
    "{name} {filename!r} is a file.": "«{filename}» è un file, serve una cartella.",
    "{name} {filename!r} is a directory.": "«{filename}» è una cartella, serve un file.",
    "{name} {filename!r} is not readable.": "{name} «{filename}» non si può leggere.",
    "{name} {filename!r} is not writable.": "{name} «{filename}» non si può scrivere.",
    "{name} {filename!r} is not executable.": "{name} «{filename}» non si può eseguire.",
    "Could not open file {filename!r}: {message}": "Il file «{filename}» non si apre: {message}",
    "file": "file",
    "directory": "cartella",
    "path": "percorso",
    "unknown error": "motivo sconosciuto",
    "Error: {message}": "{message}",
    "Try '{command} {option}' for help.": "Scrivi «{command} {option}» per l'aiuto.",
    "Aborted!": "Interrotto.",
}
ITALIAN_COUNTED = {
    "Did you mean {possibility}?": ("Forse {possibility}?", "(Forse una di queste: {possibilities}?)"),
    "Got unexpected extra argument ({args})": (
        "C'è una parola di troppo: {args}.",
        "Ci sono parole di troppo: {args}.",
    ),
    "Option {name!r} requires an argument.": (
        "L'opzione «{name}» vuole un valore.",
        "L'opzione «{name}» vuole {nargs} valori.",
    ),
    "Takes {nargs} values but 1 was given.": (
        "Servono {nargs} valori e ce n'è uno.",
        "Servono {nargs} valori e ce ne sono {len}.",
    ),
    "{value!r} is not {choice}.": ("«{value}» non è {choice}.", "«{value}» non è tra {choices}."),
    "{len_type} values are required, but {len_value} was given.": (
        "Servono {len_type} valori e ce n'è uno.",
        "Servono {len_type} valori e ce ne sono {len_value}.",
    ),
}


def speak_our_language() -> None:
    """From here on click says its words in the language of the process."""
    for module in MODULES:
        for name, ours in (("_", _translated), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, ours)


def _translated(message: str) -> str:
    return ITALIAN.get(message, message) if language() == "it" else message


def _counted(singular: str, plural: str, count: int) -> str:
    one, many = ITALIAN_COUNTED.get(singular, (singular, plural)) if language() == "it" else (singular, plural)
    return one if count == 1 else many
