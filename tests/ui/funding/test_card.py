# SPDX-License-Identifier: EUPL-1.2
"""The card of a project: what is known, from where, until when; and that a note is never lost."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.funding import annotate_project, list_projects, show_project
from app.actions.history import list_history
from app.domain.funding import ProjectId, Status
from app.text import action_title
from app.ui.funding.page import FundingPage
from app.ui.widgets.callout import Callout
from app.ui.widgets.link import Link
from app.ui.widgets.pill import Pill
from app.ui.widgets.step_line import StepLine
from tests.ui.clerk import Clerk
from tests.ui.funding.conftest import SHORT_CUP, aprica, asks, file_of, looks, opened


def _selects(clerk: Clerk, page: FundingPage, cup: str) -> None:
    assert page.table.select(lambda project: project.cup == cup)
    clerk.waits()


def _text(page: FundingPage) -> str:
    labels = page.card.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisibleTo(page)).replace("\N{NO-BREAK SPACE}", " ")


def _steps(page: FundingPage) -> str:
    (line,) = page.card.findChildren(StepLine)
    return line.accessibleName().replace("\n", " ")


def _editor(page: FundingPage) -> QPlainTextEdit:
    assert page.card.note is not None
    return page.card.note.editor


def _note(clerk: Clerk, page: FundingPage) -> str:
    return str(asks(clerk, lambda store: show_project(store, page.table.current().id)).project.note)


def test_call_amount_composition_and_source(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    told = _text(page)
    assert "1.2 Cloud · aprile 2022" in told
    assert "1.2 Abilitazione al cloud - Comuni - Aprile 2022" in told
    assert "47.427,00 €" in told
    assert "9 servizi in aggiornamento + canone" in told
    assert "9 × 4.603,00 € = 41.427,00 €" in told
    assert "Come si sa: ricavato" in told
    assert "Dati aperti fino al 01/08/2026, file candidature_di_prova_2026-08.csv" in told


def test_cup_is_copied(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    clerk.clicks(clerk.finds(Link, "Copia il CUP"))
    assert QGuiApplication.clipboard().text() == "J91C22000000001"


def test_sent_at_is_told_on_the_clock_of_rome(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    assert "03/05/2022 10:12, ora di Roma" in _text(page)
    assert "Decreto n.28 - 1 / 2022 - PNRR del 08/08/2022" in _text(page)


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        (Status.FUNDED, "Candidatura 03/05/2022: fatto, Decreto 08/08/2022: fatto, Erogazione: da fare"),
        (Status.PAID, "Erogazione 12/06/2024: fatto"),
        (Status.RENOUNCED, "Rinuncia "),
        (Status.RENUNCIATION_PENDING, ": in corso, Decreto di rinuncia: da fare"),
    ],
)
def test_only_known_steps_are_shown(clerk: Clerk, page: FundingPage, status: Status, steps: str) -> None:
    found = [project for project in page.table.rows() if project.status is status]
    wanted = next((project for project in found if project.cup == "J91F22000000016"), found[0])
    _selects(clerk, page, wanted.cup)
    assert steps in _steps(page)


def test_pending_renunciation_says_that_it_is_inferred(clerk: Clerk, page: FundingPage) -> None:
    pending = next(project for project in page.table.rows() if project.status is Status.RENUNCIATION_PENDING)
    _selects(clerk, page, pending.cup)
    assert "Rinuncia in corso, dedotta" in _text(page)


def test_deadline_has_weekday_distance_and_source(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    told = _text(page)
    assert "Completamento delle attività: martedì 31/03/2026" in told
    assert "in ritardo di 237 giorni" in [pill.text() for pill in page.card.findChildren(Pill)]
    assert "Fonte: Decreto 39/2025-PNRR" in told
    assert "I dati aperti non dicono se le attività sono state completate" in told


def test_kept_services_end_five_years_after_the_year_of_payment(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91F22000000016")  # paid in 2024
    assert "Fine dell'obbligo di mantenimento: lunedì 31/12/2029" in _text(page)


def test_limits_say_where_the_sources_are_silent(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    assert _text(page).count("non noto nelle fonti") == 2


def test_changes_of_imports_are_told_from_old_to_new(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91F22000000002")
    told = _text(page)
    assert "Finanziato → Erogato" in told
    assert "da candidature_di_prova_2026-08.csv" in told
    assert "Progetto nuovo" in told


def test_services_of_the_measure_lead_to_the_catalogue(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91F22000000016")
    link = next(link for link in page.card.findChildren(Link) if " · " in link.text())
    code = link.text().partition(" · ")[0]
    page.card.scroll_area.ensureWidgetVisible(link)
    clerk.clicks(link)
    assert clerk.window.pages.name == "catalogue"
    assert clerk.sees(code)


def test_doubtful_cup_and_twin_are_told_with_the_reason(new_clerk: Clerk, tmp_path: Path) -> None:
    first = aprica(codice_cup=SHORT_CUP, stato_candidatura="R", data_stato_candidatura="2022-11-10")
    again = aprica(codice_cup=SHORT_CUP, data_invio_candidatura="2022-12-01T09:00:00.000+0000")
    file = file_of(tmp_path, "candidature_2026-08.csv", first, again)
    new_clerk.clicks(looks(new_clerk, file).import_button)
    page = opened(new_clerk)
    assert page.table.select(lambda project: project.status is Status.RENOUNCED)
    new_clerk.waits()
    told = _text(page)
    assert "Il CUP va controllato" in told
    assert "Un CUP ha 15 caratteri." in told
    (twin,) = [
        link for link in page.card.findChildren(Link) if link.text() == "1.4.4 SPID e CIE · aprile 2022 · Finanziato"
    ]
    page.card.scroll_area.ensureWidgetVisible(twin)
    new_clerk.clicks(twin)
    assert page.table.current().status is not Status.RENOUNCED


def test_old_data_ask_for_a_newer_file(new_clerk: Clerk, tmp_path: Path) -> None:
    new_clerk.clicks(looks(new_clerk, file_of(tmp_path, "candidature_2023-03.csv", aprica())).import_button)
    assert "Dati di oltre un anno fa" in _text(opened(new_clerk))


def test_note_keeps_itself_after_a_rest_and_the_keyboard_stays(clerk: Clerk, page: FundingPage, qtbot: QtBot) -> None:
    _selects(clerk, page, "J91C22000000001")
    clerk.types("chiedere alla ragioneria, perché", _editor(page))
    qtbot.waitUntil(lambda: page.card.note is not None and not page.card.note.has_typed)
    clerk.waits()
    assert _note(clerk, page) == "chiedere alla ragioneria, perché"
    assert clerk.focus is _editor(page)
    entry = asks(clerk, list_history)[0]
    assert action_title(entry.title, entry.params) == "Nota sul progetto J91C22000000001"


def test_note_is_kept_when_another_row_is_chosen_and_taken_back(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    clerk.types("prima riga", _editor(page))
    page.table.setFocus()
    clerk.presses("Down")
    assert page.table.current().cup != "J91C22000000001"
    assert _editor(page).toPlainText() == ""
    _selects(clerk, page, "J91C22000000001")
    assert _editor(page).toPlainText() == "prima riga"
    page.table.setFocus()
    clerk.presses("Ctrl+Z")
    assert _note(clerk, page) == ""
    assert _editor(page).toPlainText() == ""


def test_two_notes_in_a_row_do_not_trip_over_each_other(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    assert page.card.note is not None
    for text in ("uno", "uno due", "uno due tre"):
        page.card.note.editor.setPlainText(text)
        page.card.note.flush()
    clerk.waits()
    assert _note(clerk, page) == "uno due tre"
    assert not [callout for callout in page.card.findChildren(Callout) if "non è stata salvata" in callout.title.text()]


def test_note_that_came_too_late_is_told_and_can_still_be_saved(clerk: Clerk, page: FundingPage) -> None:
    _selects(clerk, page, "J91C22000000001")
    project = page.table.current()
    page.notes.see(project)
    clerk.window.tasks.act(page, lambda store: annotate_project(store, project.id, project.version, "di un'altra"))
    assert page.card.note is not None
    page.card.note.editor.setPlainText("la mia")
    page.card.note.flush()
    clerk.waits()
    assert "La nota non è stata salvata" in _text(page)
    assert "cambiati mentre li guardavi" in _text(page)
    assert _editor(page).toPlainText() == "la mia"
    assert _note(clerk, page) == "di un'altra"
    link = clerk.finds(Link, "Salva la mia nota")
    page.card.scroll_area.ensureWidgetVisible(link)
    clerk.clicks(link)
    assert _note(clerk, page) == "la mia"
    assert "La nota non è stata salvata" not in _text(page)


def test_note_stays_while_an_import_changes_its_project(new_clerk: Clerk, tmp_path: Path, qtbot: QtBot) -> None:
    new_clerk.clicks(looks(new_clerk, file_of(tmp_path, "candidature_2026-07.csv", aprica())).import_button)
    page = opened(new_clerk)
    new_clerk.types("sto scrivendo", _editor(page))
    paid = aprica(stato_candidatura="E", data_stato_candidatura="2026-08-01")
    preview = looks(new_clerk, file_of(tmp_path, "candidature_2026-08.csv", paid))
    new_clerk.clicks(preview.import_button)
    assert page.table.current().status is Status.PAID
    assert "Erogazione 01/08/2026: fatto" in _steps(page)
    assert _editor(page).toPlainText() == "sto scrivendo"
    qtbot.waitUntil(lambda: page.card.note is not None and not page.card.note.has_typed)
    assert _note(new_clerk, page) == "sto scrivendo"


def test_markup_in_a_note_or_a_call_stays_text(new_clerk: Clerk, tmp_path: Path) -> None:
    file = file_of(tmp_path, "candidature_2026-08.csv", aprica(avviso="<b>1.9</b> & altro"))
    new_clerk.clicks(looks(new_clerk, file).import_button)
    page = opened(new_clerk)
    assert "<b>1.9</b> & altro" in _text(page)
    assert "Gli importi noti dell'avviso non dicono come si compone." in _text(page)


def test_card_of_a_project_that_is_gone_stays_quiet(clerk: Clerk, page: FundingPage) -> None:
    page.open_key("999999")
    clerk.waits()
    known = {project.id for project in asks(clerk, list_projects)}
    assert ProjectId(999_999) not in known
    assert page.table.current().id in known
    assert [button.text() for button in page.findChildren(QPushButton) if button.text() == "Importa dati aperti"]
