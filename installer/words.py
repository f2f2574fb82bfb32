# SPDX-License-Identifier: EUPL-1.2
"""What each word of `installer/dev.py` does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import environment, system
from installer.environment import Environment
from installer.refusal import FAILED, NEEDS_SOMEONE, WRONG_WORDS, Refusal

ROOT = Path(__file__).resolve().parent.parent
_DEMO = Path("build") / "demo"
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
_BY_SIGNAL = 128  # as shells count
_INTERRUPTED = 130
_USAGE = """\
python3 installer/dev.py run     prepara l'ambiente e apre la finestra; ciò che segue «--» passa a campanile
python3 installer/dev.py test    prepara l'ambiente ed esegue le prove; ciò che segue passa a pytest
python3 installer/dev.py check   controlla lo stile, i tipi e gli strati
python3 installer/dev.py lock    fissa di nuovo le dipendenze, con uv"""
_LOCK = (
    "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes", "--quiet",
    "--no-emit-index-url", "--no-header", "--no-annotate", "--no-strip-extras",
)  # fmt: skip


def do(words: Sequence[str]) -> int:
    """Do what the first word asks, with the rest; gives the exit status."""
    word, rest = (words[0], list(words[1:])) if words else ("", [])
    if word not in _WORDS:
        is_asked = word in ("-h", "--help")
        print(_USAGE, file=sys.stdout if is_asked else sys.stderr)
        return 0 if is_asked else WRONG_WORDS
    if rest[:1] == ["--"]:
        rest.pop(0)
    try:
        return _WORDS[word](rest)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.exit_status
    except KeyboardInterrupt:
        print("Interrotto. La prossima volta riprende da qui.", file=sys.stderr)
        return _INTERRUPTED


def run(arguments: Sequence[str]) -> int:
    """Open the window; without a screen do the main job on the example comune and leave its pictures."""
    is_seen = system.has_screen(sys.platform, os.environ)
    python = _prepare(environment.RUN, is_seen=is_seen)
    campanile = [str(python), "-P", "-m", "app"]
    if arguments or is_seen:
        return _call([*campanile, *arguments])
    print("Non c'è uno schermo: faccio da solo il lavoro principale sul comune di esempio.", flush=True)
    shutil.rmtree(ROOT / _DEMO, ignore_errors=True)
    # The plugin without a screen warns that it cannot resize each window; the tests look at every other warning.
    status = _call([*campanile, "demo", "--output", str(_DEMO)], **_OFFSCREEN, QT_LOGGING_RULES="default.warning=false")
    if status == 0:
        print(f"Le immagini delle pagine e i riepiloghi stampati sono in {_DEMO}.")
    return status


def test(arguments: Sequence[str]) -> int:
    """Run the tests as pyproject.toml says; the exit status is that of pytest."""
    python = _prepare(environment.DEVELOPMENT, is_seen=False)
    return _call([str(python), "-m", "pytest", *arguments], **_OFFSCREEN)


def check(arguments: Sequence[str]) -> int:
    """Ask each tool about style, types and layers, and name those that complain."""
    if arguments:
        raise Refusal(_USAGE, WRONG_WORDS)
    python = str(_prepare(environment.DEVELOPMENT, is_seen=False))
    tools = {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [str(Environment(ROOT).program("lint-imports"))],
    }
    complaining = [name for name, command in tools.items() if _call(command)]
    print(f"Da correggere: {', '.join(complaining)}." if complaining else "Stile, tipi e strati sono a posto.")
    return FAILED if complaining else 0


def lock(arguments: Sequence[str]) -> int:
    """Pin the dependencies of pyproject.toml again; `--upgrade` takes the newest that fit."""
    uv = shutil.which("uv")
    if uv is None:
        raise Refusal("Per fissare le dipendenze serve uv: «python3 -m pip install uv».", NEEDS_SOMEONE)
    run_lock, development_lock = (Path("installer") / name for name in (environment.RUN, environment.DEVELOPMENT))
    status = _call([uv, *_LOCK, "--output-file", str(run_lock), *arguments])
    same = ["--group", "dev", "--constraints", str(run_lock)]
    return status or _call([uv, *_LOCK, *same, "--output-file", str(development_lock), *arguments])


def _prepare(lock_name: str, *, is_seen: bool) -> Path:
    system.supply(is_seen=is_seen)
    ours = Environment(ROOT)
    if not ours.is_ready(lock_name):
        print("Preparo l'ambiente in .venv (qualche minuto, solo la prima volta o quando cambia).", flush=True)
        ours.prepare(lock_name)
    return ours.python


def _call(command: Sequence[str], **variables: str) -> int:
    status = subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False).returncode
    return status if status >= 0 else _BY_SIGNAL - status


_WORDS = {"run": run, "test": test, "check": check, "lock": lock}
