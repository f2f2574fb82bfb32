# SPDX-License-Identifier: EUPL-1.2
"""One document of a line: its name, whose signature it bears, its protocol, and a copy of it to keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.file_names import ending, shown_name
from app.text import _, day, day_of
from app.text.document_labels import origin_label
from app.text.signature_words import match_words, trust_label
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import day_line, line
from app.ui.accession.form import grid_of, texts_of
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.expander import Expander
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.documents import Document, DocumentId
    from app.store import Store


class DocumentRow(QWidget):
    """Its protocol keeps itself as it is typed."""

    def __init__(self, place: Place, document: Document) -> None:
        super().__init__()
        self.document = document
        self._place = place
        self.name = LongLink(
            shown_name(document.name),
            lambda: place.desk.window.open_page("documents", str(self.document.id)),
        )
        self.name.setAccessibleName(shown_name(document.name))
        self.told = Label("", "small", wraps=True)
        self.match = Label("", "good", wraps=True)
        self.entries = {
            "protocol_number": line(_("Numero di protocollo")),
            "protocol_on": day_line(_("Data del protocollo"), place.today),
        }
        if document.given_out_id is not None:
            self.entries["document_on"] = day_line(_("Firmato il"), place.today)
        self.save = Autosave(
            place.desk.tasks, self.entries, place.drafts, place.of(f"document:{document.id}"), self._write, self
        )
        self.save.stale.connect(place.read_again)
        self.protocol = Expander("")
        rows = (("protocol_number", "protocol_on"), *((("document_on",),) if "document_on" in self.entries else ()))
        self.protocol.body.addLayout(grid_of(self.entries, *rows))
        self.keep = Link(_("Salva una copia…"), self._save_copy)
        self.remove = Link(_("Togli"), self._remove)
        for link in (self.keep, self.remove):
            link.setAccessibleName(f"{link.text()} {shown_name(document.name)}")
        self._lay_out()
        self.show_document(document)

    def show_document(self, document: Document) -> None:
        """Show what is kept of it."""
        self.document = document
        self.told.setText(f"{origin_label(document.origin)}, {day_of(document.added_at)}")
        words, tone = _signature_words(document)
        self.match.setText(words)
        self.match.set_role(tone)
        self.match.setVisible(bool(words))
        number = document.protocol_number
        told = _("Protocollo…")
        if number:
            told = _("Protocollo n. {number}").format(number=number)
            if document.protocol_on:
                told = _("Protocollo n. {number} del {day}").format(number=number, day=day(document.protocol_on))
        self.protocol.set_title(told)
        self.save.show_values(document.version, texts_of(document, self.entries))

    def ask_protocol(self) -> None:
        """Put the keyboard into the number of the registry."""
        self.protocol.open()
        self.save.focus("protocol_number")

    def _lay_out(self) -> None:
        links = QWidget()
        flow = FlowLayout(links, spacing=unit(12))
        for link in (self.keep, self.remove):
            flow.addWidget(link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, unit(2))
        layout.setSpacing(unit(1))
        for widget in (self.name, self.told, self.match, self.protocol, links):
            layout.addWidget(widget)

    def _save_copy(self) -> None:
        from app.actions.document_files import proposed_name

        name = proposed_name(self.document)
        kind = ending(name) or "pdf"
        ask_where(self, _("Salva una copia"), name, ((_("Come è arrivato"), kind),), self.write_to)

    def write_to(self, target: Path) -> None:
        """Write the bytes as they came to a file."""
        from app.actions.document_files import save_document_as

        document_id = self.document.id
        self._place.desk.tasks.query(
            self,
            lambda store: save_document_as(store, document_id, target),
            lambda _done: self._place.desk.window.toast(_("Salvato {file}").format(file=target.name)),
        )

    def _remove(self) -> None:
        from app.actions.documents import remove_document

        document_id, name = self.document.id, shown_name(self.document.name)
        self._place.desk.tasks.act(
            self,
            lambda store: remove_document(store, document_id),
            lambda _changes: self._place.desk.window.toast(_("Tolto {file}").format(file=name), with_undo=True),
        )

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.documents import correct_document, list_documents

        document_id: DocumentId = self.document.id
        changes = correct_document(store, document_id, seen, **values)
        known = list_documents(store, self._place.accession_id)
        return next((one.version for one in known if one.id == document_id), seen), changes


def _signature_words(document: Document) -> tuple[str, str]:
    """Whether it is what was given out, who signed it, and that trust is not claimed; with the tone of all that."""
    noted = document.signature or {}
    listed = noted.get("signers")
    names = ", ".join(str(name) for name in listed) if isinstance(listed, list) else ""
    match = str(noted.get("match") or "")
    if not names and not match:
        return "", "good"
    parts = [match_words(match).label] if match else []
    if names:
        parts.append(_("firma di {names}").format(names=names))
    trust = noted.get("trust")
    if trust:
        parts.append(trust_label(str(trust)).lower())
    is_good = match in ("", "same") and noted.get("is_intact") is not False
    told = ", ".join(parts)
    return told[:1].upper() + told[1:], "good" if is_good else "bad"
