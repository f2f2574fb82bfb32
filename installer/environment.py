# SPDX-License-Identifier: EUPL-1.2
"""The project's own environment, `.venv`: made from the lock files, and made again when they change or it broke."""

import hashlib
import locale
import subprocess
import sys
from pathlib import Path

from installer.refusal import Refusal

RUN = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"  # holds all of RUN, in the same versions (tests/test_dependencies.py)
_NO_FOLDER = "L'ambiente .venv non si può fare: chiudi Campanile se è aperto, controlla di poter scriverci e riprova."
_NO_PACKAGES = "Le dipendenze non si sono installate: controlla la rete e lo spazio sul disco, e riprova."
_LAUNCHER = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m app "$@"\n'
_WINDOWS_LAUNCHER = '@"%~dp0python.exe" -P -m app %*\r\n'


class Environment:
    """The environment of the project that lies in `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._programs = self.folder / ("Scripts" if sys.platform == "win32" else "bin")
        self.stamp = self.folder / "campanile.stamp"

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """One of its commands."""
        return self._programs / (f"{name}.exe" if sys.platform == "win32" else name)

    def is_ready(self, lock: str) -> bool:
        """Whether it holds what the lock names, whole, and still answers."""
        return self._found() in (self.stamp_of(lock), self.stamp_of(DEVELOPMENT))

    def prepare(self, lock: str) -> None:
        """Make it hold what the lock names.

        The stamp is taken off before anything changes and put on at the very end: without one, whatever is
        there was interrupted, and is made anew.
        """
        can_grow = self._found() == self.stamp_of(RUN)
        self.stamp.unlink(missing_ok=True)
        if not can_grow:
            _or_refuse(_NO_FOLDER, sys.executable, "-m", "venv", "--clear", self.folder)
        pip = (self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
        _or_refuse(_NO_PACKAGES, *pip, "--require-hashes", "--only-binary=:all:", "-r", self._lock(lock))
        self._bring_in_the_project()
        self.stamp.write_text(self.stamp_of(lock), encoding="utf-8")

    def _found(self) -> str:
        """What the stamp says, if the environment still answers."""
        try:
            stamp = self.stamp.read_text(encoding="utf-8")
            answer = subprocess.run([self.python, "-c", ""], capture_output=True, check=False)
        except OSError:
            return ""
        return stamp if answer.returncode == 0 else ""

    def stamp_of(self, lock: str) -> str:
        """What the stamp says when all that the lock names is in."""
        return f"{lock} {hashlib.sha256(self._lock(lock).read_bytes()).hexdigest()} {self.root}\n"

    def _lock(self, name: str) -> Path:
        return self.root / "installer" / name

    def _bring_in_the_project(self) -> None:
        """Make `app` importable and `campanile` a command, as an editable install does, with nothing to build."""
        ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
        answer = subprocess.run([self.python, "-c", ask], capture_output=True, text=True, check=True)
        path_file = Path(answer.stdout.strip()) / "campanile.pth"
        path_file.write_text(f"{self.root}\n", encoding=locale.getencoding())  # Python reads it so
        if sys.platform == "win32":
            (self._programs / "campanile.cmd").write_text(_WINDOWS_LAUNCHER, encoding="ascii", newline="")
            return
        launcher = self._programs / "campanile"
        launcher.write_text(_LAUNCHER, encoding="ascii")
        launcher.chmod(0o755)


def _or_refuse(sentence: str, *command: str | Path) -> None:
    if subprocess.run(command, check=False).returncode:
        raise Refusal(sentence)
