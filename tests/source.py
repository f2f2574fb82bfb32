# SPDX-License-Identifier: EUPL-1.2
"""The files of the project as the tests of the house read them: parsed once, named from the root."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its name from the root, its text, its tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[tuple[str, Function]]:
        """All functions with the names of the classes around them."""
        yield from _functions(self.tree, "")

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """All calls with the last part of the name that is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield last_name(node.func), node

    def imports(self) -> Iterator[str]:
        """All modules that are imported anywhere in the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def sources(folder: str) -> tuple[Source, ...]:
    """The Python files below a folder of the project, in order."""
    found = sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)
    return tuple(_source(path) for path in found)


@cache
def tracked() -> tuple[str, ...]:
    """The names of all files that belong to the project, those not yet added too."""
    words = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        told = subprocess.run(words, check=True, capture_output=True).stdout.decode()
        return tuple(sorted(name for name in told.split("\0") if name and (ROOT / name).is_file()))
    except (OSError, subprocess.CalledProcessError):  # unpacked without its history
        folders = ("app", "tests", "installer", "resources")
        found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
        return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts))


def last_name(node: ast.expr) -> str:
    """The last part of a dotted name, "" for anything else."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def _functions(node: ast.AST, within: str) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{within}.{child.name}".lstrip(".")
            if isinstance(child, Function):
                yield name, child
            yield from _functions(child, name)
        else:
            yield from _functions(child, within)
