# SPDX-License-Identifier: EUPL-1.2
"""Copie di sicurezza: making one, looking at them, taking one back; works also when the archive does not open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.errors import CampanileError
from app.text import _, moment, ngettext, sentence
from app.ui import messages
from app.ui.settings.backup_card import BackupCard
from app.ui.settings.backup_words import checked_words, contents_lines, lacking_words, reason_label, size
from app.ui.settings.section import Section
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.save_as import ask_which
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.backup import CheckOutcome
    from app.actions.changes import Changes
    from app.store.backup import BackupFile
    from app.ui.desk import Desk


class BackupsSection(Section):
    """The list needs no store: it is what brings one back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Si fa da sola alla chiusura, una al giorno; ogni copia è riletta e contata."))
        self.add_button(_("Riprendi da un file…"), self._ask_file, icon="upload")
        self.check_button = self.add_button(_("Verifica l'archivio"), self.check, icon="shield")
        self.copy_button = self.add_button(_("Fai una copia adesso"), desk.window.back_up, primary=True, icon="plus")
        self.told = Callout("", "", "info", parent=self)
        self.told.hide()
        self.mend_button = button(_("Riprendi i file dalle copie"), self.mend, icon="refresh")
        self.mend_button.hide()
        self.table = _table()
        self.card = BackupCard(self.restore)
        self.body.addWidget(self.told)
        self.body.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(PageSplit(self.table, self.card), 1)
        self.table.set_empty(
            _("Ancora nessuna copia"),
            _("La prima si fa da sola quando chiudi il programma; puoi farla anche adesso."),
            icon="shield",
        )
        self.table.selected.connect(self._on_selected)

    def refresh(self) -> None:
        """Read the list of copies."""
        from app.actions.backup import list_backups

        workspace = self.desk.workspace
        self.desk.tasks.draw(self, lambda: list_backups(workspace), self._on_read)
        self.desk.tasks.query(self, lambda _store: None, lambda _nothing: None, self._on_no_store)

    def on_changed(self, changes: Changes) -> None:
        """A copy was made."""
        if changes.backups:
            self.refresh()

    def check(self) -> None:
        """Read the whole archive and say what was found."""
        from app.actions.backup import check

        self.mend_button.hide()
        self.desk.tasks.long(self, check, self._on_checked, self._on_not_checked, _("Rileggo l'archivio…"))

    def mend(self) -> None:
        """Bring the files of documents that are missing or changed back from the copies, and look again."""
        from app.actions.backup import mend_documents

        self.desk.tasks.query(self, mend_documents, self._on_mended)

    def restore(self, copy: BackupFile) -> None:
        """Ask with date and contents in sight, then put the copy in the place of the archive."""
        if not messages.ask(self, *_question(copy)):
            return
        from app.actions.backup import restore

        workspace = self.desk.workspace
        told = _("Ripresa la copia del {moment}").format(moment=moment(copy.made_at))
        self.desk.tasks.swap(self, lambda: restore(workspace, copy.path), lambda _store: self._on_restored(told))

    def _on_read(self, copies: list[BackupFile]) -> None:
        self.table.show_rows(copies)
        self.table.set_footer(ngettext("{count} copia", "{count} copie", len(copies)).format(count=len(copies)))

    def _on_no_store(self, _error: CampanileError) -> None:
        """Without a store there is nothing to copy or to check; what is left is to take one back."""
        for made in (self.copy_button, self.check_button):
            made.setEnabled(False)
        self.card.make_main()
        self._on_selected(self.table.current())
        title = _("L'archivio non si apre")
        self._say(title, _("Scegli una copia verificata e riprendila: il file di adesso si conserva a parte."), "bad")

    def _on_selected(self, copy: BackupFile | None) -> None:
        if copy is None:
            self.card.show_nothing()
        else:
            self.card.show_copy(copy)

    def _on_checked(self, outcome: CheckOutcome) -> None:
        documents = checked_words(outcome)
        if outcome.is_whole:
            rows = sum(outcome.rows.values())
            told = ngettext(
                "Letta per intero {count} voce: nessun difetto.", "Lette per intero {count} voci: nessun difetto.", rows
            )
            when = moment(self.desk.workspace.clock())
            self._say(
                _("L'archivio è sano"), f"{told.format(count=rows)} {documents} {when}".replace("  ", " "), "good"
            )
        elif outcome.is_sound:
            self._say(_("L'archivio è sano, ma non tutti i file dei documenti"), documents, "bad")
            self.mend_button.show()
        else:
            todo = _("Riprendi l'ultima copia verificata. Per chi ripara: {findings}")
            self._say(_("L'archivio ha dei difetti"), todo.format(findings="; ".join(outcome.findings[:5])), "bad")

    def _on_mended(self, count: int) -> None:
        told = ngettext("{count} file ripreso dalle copie", "{count} file ripresi dalle copie", count)
        nothing = _("Nelle copie quei file non ci sono: aggiungi di nuovo gli stessi file dalla pagina Documenti.")
        self.desk.window.toast(told.format(count=count) if count else nothing)
        self.check()

    def _on_not_checked(self, error: CampanileError) -> None:
        self._say(_("L'archivio non si legge per intero"), sentence(error), "bad")

    def _say(self, title: str, text: str, tone: str) -> None:
        self.told.show_words(title, text, tone)
        self.told.show()

    def _ask_file(self) -> None:
        kinds = ((_("Copie di sicurezza"), "sqlite"),)
        ask_which(self, _("Scegli una copia di sicurezza"), kinds, self.look_at)

    def look_at(self, file: Path) -> None:
        """Read a copy that lies elsewhere, then ask as for the others."""
        from app.actions.backup import look_at_copy

        self.desk.tasks.draw(self, partial(look_at_copy, self.desk.workspace, file), self.restore)

    def _on_restored(self, told: str) -> None:
        self.desk.window.open_current()
        self.desk.window.toast(told)


def _question(copy: BackupFile) -> tuple[str, str, str]:
    """The question, what happens, and the words of the button."""
    question = _("Riprendere la copia del {moment}?").format(moment=moment(copy.made_at))
    lines = [
        copy.municipality,
        contents_lines(copy),
        lacking_words(copy),
        _("L'archivio torna com'era allora: ciò che è stato fatto dopo non ci sarà più."),
        _("L'archivio di adesso si conserva a parte, tra le copie o accanto al file."),
    ]
    return question, "\n\n".join(line for line in lines if line), _("Riprendi la copia")


def _table() -> DataTable:
    columns = [
        Column("made_at", _("Quando"), lambda copy: moment(copy.made_at), lambda copy: copy.made_at, kind="date"),
        Column("reason", _("Fatta perché"), lambda copy: reason_label(copy.reason), stretch=True, width=150),
        Column(
            "state",
            _("Stato"),
            lambda copy: _("Verificata") if copy.is_verified else _("Non verificata"),
            kind="status",
            tone=lambda copy: "good" if copy.is_verified else "warning",
        ),
        Column("rows", _("Voci"), _row_count, lambda copy: sum(copy.rows.values()), align="right"),
        Column("bytes", _("Grandezza"), lambda copy: size(copy.bytes), lambda copy: copy.bytes, align="right"),
    ]
    table = DataTable(columns, name=_("Copie di sicurezza"), identity=lambda copy: copy.path)
    table.sort_by("made_at", descending=True)
    return table


def _row_count(copy: BackupFile) -> str:
    return str(sum(copy.rows.values())) if copy.rows else "–"
