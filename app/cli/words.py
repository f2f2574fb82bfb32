# SPDX-License-Identifier: EUPL-1.2
"""What every word of the command line shares: the data folder, the store, and how to answer.

The window and the pictures are handed in by bootstrap, so that no word imports Qt.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app import log, paths

if TYPE_CHECKING:
    from app.actions.workspace import Workspace
    from app.store import Store

OpenWindow = Callable[[Path, str, str], int]
TakePictures = Callable[[Path, str, Path, str, int], list[Path]]


class Words:
    """One run of the command line."""

    def __init__(self, open_window: OpenWindow, take_pictures: TakePictures) -> None:
        self._open_window = open_window
        self._take_pictures = take_pictures
        self._workspace: Workspace | None = None
        self.folder = Path()
        self.store_url = ""
        self.language = ""
        self.is_json = False
        self.exit_status = 0

    def start(self, folder: Path | None, store_url: str, language: str, *, is_json: bool) -> None:
        """Take the options that stand before the word."""
        self.folder = paths.data_folder(folder)
        self.store_url = store_url
        self.language = language
        self.is_json = is_json
        log.start(self.folder)

    @property
    def workspace(self) -> Workspace:
        """The data folder, opened at first use."""
        if self._workspace is None:
            from app.actions.workspace import Workspace

            self._workspace = Workspace(self.folder, store_url=self.store_url)
        return self._workspace

    @property
    def store(self) -> Store:
        """The current store, opened at first use; UserError when no comune was chosen."""
        return self.workspace.need_store()

    def open_window(self) -> None:
        """Hand over to the window."""
        self.exit_status = self._open_window(self.folder, self.store_url, self.language)

    def take_pictures(self, output: Path, theme: str, zoom: int) -> list[Path]:
        """Draw every page offscreen; gives the files."""
        self.close()
        return self._take_pictures(self.folder, self.store_url, output, theme, zoom)

    def answer(self, document: Any, lines: Iterable[str]) -> None:  # noqa: ANN401 - whatever JSON can hold
        """One JSON document, or sentences, on standard output."""
        if self.is_json:
            click.echo(json.dumps(document, ensure_ascii=False, indent=2))
            return
        for line in lines:
            click.echo(line)

    def say(self, sentence: str) -> None:
        """A sentence beside the answer, on standard error."""
        click.echo(sentence, err=True)

    def progress(self, title: str) -> Callable[[int, int], None]:
        """Something to call with done and total; it draws only on a terminal."""
        is_seen = sys.stderr.isatty()

        def show(done: int, total: int) -> None:
            if is_seen and total:
                click.echo(f"\r{title} {100 * done // total} %", err=True, nl=done >= total)

        return show

    def close(self) -> None:
        """Let go of the store."""
        if self._workspace:
            self._workspace.close()
            self._workspace = None


pass_words = click.make_pass_decorator(Words)
