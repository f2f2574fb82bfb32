# SPDX-License-Identifier: EUPL-1.2
"""The card of a document: how its file is, what is known of it, who signed it, where else it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.dates import to_rome
from app.domain.file_names import is_opened, shown_name
from app.domain.signature_note import SignatureNote, read_note
from app.domain.signatures import Match
from app.text import _, moment
from app.text.document_labels import act_name, origin_label
from app.text.signature_state import signature_state_label, signature_tone
from app.text.signature_words import (
    changes_words,
    kind_label,
    match_words,
    signature_words,
    signer_lines,
    trust_help,
    trust_label,
)
from app.ui.documents.form import DocumentForm
from app.ui.documents.words import document_name, procedure_name, size_words, tie_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.document_survey import Procedure
    from app.actions.documents import DocumentView
    from app.ui.desk import Desk


class DocumentCard(Card):
    """Built anew only when something beside its fields changed, so that who is typing in them stays where he is."""

    read_wanted = Signal()  # inside the window
    open_wanted = Signal()  # with another program
    save_wanted = Signal()
    removal_wanted = Signal()
    mend_wanted = Signal()
    trust_wanted = Signal()  # a list of certificates
    tie_wanted = Signal()  # to a contract or to a concession
    stale = Signal()
    thing_wanted = Signal(str, str)  # a page, and the key of the thing on it

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Documento scelto"))
        self._desk = desk
        self._shown: object = None
        self.view: DocumentView | None = None
        self.form: DocumentForm | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No document is chosen."""
        self.view, self.form, self._shown = None, None, None
        self.show_empty(_("Scegli un documento"), _("Qui vedi che cos'è, chi l'ha firmato e se il file è integro."))

    def show_document(self, view: DocumentView, procedures: tuple[Procedure, ...]) -> None:
        """Everything about a document."""
        self.view = view
        shown = _beside_its_fields(view, procedures)
        if self.form is not None and shown == self._shown:
            self.form.show_document(view.document)
            return
        focused = self.form.focused() if self.form is not None and _is_same(self._shown, shown) else ""
        self._shown = shown
        self.clear()
        document = view.document
        self.set_title(shown_name(document.name), f"{origin_label(document.origin)}, {moment(document.added_at)}")
        self._add_troubles(view)
        note = read_note(document.signature)
        if note is not None:
            self._add_state(note, view)
        self._add_deeds(view)
        self.form = DocumentForm(self._desk, document, procedures)
        self.form.stale.connect(self.stale)
        self.add_widget(self.form)
        if note is not None and note.is_signed:
            self._add_signatures(note)
        self._add_ties(view)
        self.add_heading(_("Il file"))
        self.add_row(_("Grandezza"), size_words(document.bytes))
        self.add_row(_("Stato"), _("Integro, come è arrivato") if view.is_whole else _("Da riprendere"))
        self.add_row(_("Impronta SHA-256"), _in_parts(document.sha256), copy=False)
        self.add_link(_("Copia l'impronta"), self._copy_hash)
        self._add_foot(document.name)
        if focused:
            self.form.save.focus(focused)

    def flush(self) -> None:
        """Keep what was typed."""
        if self.form is not None:
            self.form.save.flush()

    def _add_troubles(self, view: DocumentView) -> None:
        if not view.is_there:
            told = _("I suoi dati sono qui. Aggiungi di nuovo lo stesso file, o riprendilo dalle copie di sicurezza.")
            self.add_callout(_("Il file non c'è più"), told, "bad", _("Riprendilo dalle copie"), self.mend_wanted.emit)
        elif not view.is_whole:
            told = _("Non si apre, perché non è più quello aggiunto. Riprendilo dalle copie di sicurezza.")
            self.add_callout(_("Il file è cambiato"), told, "bad", _("Riprendilo dalle copie"), self.mend_wanted.emit)
        for other in view.same_file_elsewhere[:1]:
            told = _("È anche il documento n. {id}, «{name}». Il file si tiene una volta sola.")
            words = told.format(id=other.id, name=document_name(other))
            look = partial(self.thing_wanted.emit, "documents", str(other.id))
            self.add_callout(_("Lo stesso file c'è due volte"), words, "info", _("Guardalo"), look)

    def _add_deeds(self, view: DocumentView) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        deeds = [button(_("Leggi qui"), self.read_wanted.emit, icon="document")]
        if is_opened(view.document.name):
            deeds.append(button(_("Apri"), self.open_wanted.emit, icon="folder"))
        for made in deeds:
            made.setEnabled(view.is_whole)
            made.setAccessibleName(f"{made.text()}: {shown_name(view.document.name)}")
            layout.addWidget(made)
        layout.addStretch(1)
        self.add_widget(row)

    def _add_state(self, note: SignatureNote, view: DocumentView) -> None:
        words, tone = signature_state_label(note.state, len(note.signers)), signature_tone(note.state)
        names = ", ".join(signer.name for signer in note.signers)
        self.add_pill_row(_("Firma di {names}").format(names=names) if names else _("Firma digitale"), words, tone)
        if note.match is not None:
            self._add_match(note.match, view)

    def _add_signatures(self, note: SignatureNote) -> None:
        self.add_heading(_("Firma"))
        self.add_text(kind_label(note.kind), muted=True)
        for signer in note.signers:
            self.add_text(signature_words(signer))
            for told in signer_lines(signer):
                self.add_text(told, muted=True)
        changed = changes_words(note)
        if changed:
            self.add_text(changed)
        self.add_text(trust_label(note.trust), role="strong")
        self.add_text(trust_help(note.trust), muted=True)
        if note.trust != "trusted":
            self.add_link(_("Carica un elenco di certificati…"), self.trust_wanted.emit)

    def _add_match(self, match: Match, view: DocumentView) -> None:
        given_out = view.given_out
        if given_out is None:
            return
        words = match_words(match.value, to_rome(given_out.added_at).date())
        self.add_callout(
            words.label,
            f"{words.text} {words.what_to_do}".strip(),
            "good" if match is Match.SAME else "bad",
            _("Guarda quello generato"),
            partial(self.thing_wanted.emit, "documents", str(given_out.id)),
        )

    def _add_ties(self, view: DocumentView) -> None:
        ties: list[tuple[str, str, str]] = []
        if view.accession is not None:
            key = f"{view.accession.id}:{view.document.item_key}".removesuffix(":")
            ties.append((_("Pratica: {name}").format(name=procedure_name(view.accession)), "accession", key))
        ties += [(act_name(act.kind, act.number, act.on), "documents", f"act:{act.id}") for act in view.acts]
        copied = _("Copia firmata: {name}")
        ties += [(copied.format(name=document_name(copy)), "documents", str(copy.id)) for copy in view.signed_copies]
        ties += [(tie_words(one), one.page, one.key) for one in view.ties]
        self.add_heading(_("Dove serve"))
        for told, page, key in ties:
            self.add_widget(LongLink(told, partial(self.thing_wanted.emit, page, key)))
        self.add_link(_("Collega a una concessione…"), self.tie_wanted.emit)

    def _add_foot(self, name: str) -> None:
        self.remove_button = button(_("Elimina"), self.removal_wanted.emit, role="danger", icon="trash")
        self.save_button = button(_("Salva con nome…"), self.save_wanted.emit, icon="download")
        for made in (self.remove_button, self.save_button):
            made.setAccessibleName(f"{made.text()} {shown_name(name)}")
        self.add_heading(_("Altro"))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.remove_button)
        layout.addStretch(1)
        self.add_widget(row)
        self.set_footer(_("Il file esce byte per byte come è arrivato."), self.save_button)

    def _copy_hash(self) -> None:
        from PySide6.QtGui import QGuiApplication

        if self.view is not None:
            QGuiApplication.clipboard().setText(self.view.document.sha256)
            self._desk.window.toast(_("Impronta copiata"))


def _beside_its_fields(view: DocumentView, procedures: tuple[Procedure, ...]) -> tuple[object, ...]:
    """All that the card shows and its fields do not."""
    one = view.document
    others = (view.signed_copies, view.same_file_elsewhere, view.acts)
    return (
        *(one.id, one.name, one.accession_id, one.sha256, str(one.signature), view.is_there, view.is_whole),
        *(tuple(other.id for other in some) for some in others),
        tuple(one.accession.id for one in procedures),
        view.ties,
    )


def _is_same(before: object, now: tuple[object, ...]) -> bool:
    return isinstance(before, tuple) and before[0] == now[0]


def _in_parts(sha256: str) -> str:
    """In groups of eight, so that it goes on in the next line and two can be compared by eye."""
    return " ".join(sha256[place : place + 8] for place in range(0, len(sha256), 8))
