# SPDX-License-Identifier: EUPL-1.2
"""A clerk goes through the checklist of a procedure, by mouse and by keyboard."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.actions.accession_opening import remove_accession
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.domain.checklist import ItemState
from app.ui.accession.page import AccessionPage
from app.ui.accession.words import CHECKS
from app.ui.theme import colour, unit
from app.ui.widgets.pdf_preview import PdfPreview
from tests.ui.accession.conftest import Sit, seen
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def test_without_a_procedure_it_leads_to_the_centres(new_clerk: Clerk) -> None:
    new_clerk.opens("accession")
    assert new_clerk.sees("Nessuna pratica aperta")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Aderisci a un centro"))
    assert new_clerk.window.pages.name == "centres"


def test_the_head_says_state_progress_and_the_next_deed(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    assert new_clerk.sees("Bozza", page.head)
    assert new_clerk.sees("2 di 10 fatte", page.head)
    assert page.head.primary.text() == "Registra la proposta"
    assert "Proposta: in corso" in page.head.line.accessibleName()
    assert new_clerk.finds(QPushButton, "Adesioni").isChecked()


def test_the_lines_say_state_and_who_acts(sit: Sit) -> None:
    page = sit()
    model = page.lines.table.model
    rows = [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    assert rows[0] == ["Fatto", "Servizi da chiedere", "Ufficio"]
    assert rows[3] == ["Non iniziato", "Delibera approvata", "Consiglio"]


def test_the_primary_button_leads_into_the_first_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    new_clerk.clicks(page.head.primary)
    assert page.stack.key == "proposal"
    assert new_clerk.focus.accessibleName() == "Data della proposta (obbligatoria)"


def test_arrows_choose_a_line_enter_goes_in_esc_comes_back(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("services")
    page.lines.view.setFocus()
    new_clerk.presses("Down")
    assert page.stack.key == "people"
    new_clerk.presses("Return")
    assert isinstance(new_clerk.focus, QLineEdit)
    new_clerk.presses("Escape")
    assert new_clerk.focus.accessibleName() == "Che cosa c'è da fare"


def test_what_is_missing_leads_to_its_field(new_clerk: Clerk, sit: Sit) -> None:
    sit("proposal")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Manca: data del parere di regolarità contabile"))
    assert new_clerk.focus.accessibleName() == "Parere contabile del (obbligatorio)"


def test_the_checks_lead_to_the_line_and_the_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    new_clerk.clicks(page.lines.checks)
    assert page.stack.key == CHECKS
    assert new_clerk.sees("Da sistemare", page.stack)
    link = next(one for one in page.stack.checks.links if "Manca la delibera" in one.text())
    new_clerk.clicks(link)
    assert page.stack.key == "resolution"
    assert new_clerk.focus.accessibleName() == "Data (obbligatoria)"


def test_the_checks_stay_when_something_else_is_saved(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    new_clerk.clicks(page.lines.checks)
    page.refresh()
    new_clerk.waits()
    assert page.stack.currentWidget() is page.stack.checks


def test_a_finding_says_why(new_clerk: Clerk, sit: Sit) -> None:
    page = sit(CHECKS)
    why = next(one for one in page.stack.checks.findChildren(QPushButton) if one.text() == "Perché?")
    new_clerk.clicks(why)
    assert new_clerk.sees("TUEL", page.stack.checks) or new_clerk.sees("Senza", page.stack.checks)


def test_why_a_line_is_there_is_opened_by_the_keyboard(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("publication")
    panel = page.stack.panels["publication"]
    panel.why.head.setFocus()
    new_clerk.presses("Return")
    assert new_clerk.sees("TUEL art. 124", panel)


def test_a_line_that_is_done_is_due_no_more(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("start", State.ACTIVE)
    panel = page.stack.panels["start"]
    assert new_clerk.sees("Fatto", panel)
    assert not any("01/01/2027" in words for words in new_clerk.reads(panel.due))


def test_the_state_of_the_chosen_row_stands_out_from_its_tint(sit: Sit) -> None:
    page = sit("services")
    view = page.lines.view
    shown = view.visualRect(page.lines.table.model.index(0, 0))
    outline = view.viewport().grab(shown).toImage()
    middle = shown.height() // 2
    edge = [outline.pixelColor(x, middle).name() for x in range(unit(14))]
    assert colour("good").name() in edge, "the outline of the pill, left of its icon"


def test_the_next_deed_names_who_is_missing(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    new_clerk.types(" ", page.stack.panels["people"].form.saves[0].entries["contact_name"].field.field)
    entry = page.stack.panels["people"].form.saves[0].entries["contact_name"]
    entry.field.field.selectAll()  # type: ignore[attr-defined] # a line of words
    new_clerk.presses("Delete")
    new_clerk.presses("Tab")
    assert page.head.primary.text() == "Scrivi chi la segue"


def test_a_day_of_ours_wants_its_reason(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("proposal")
    due = page.stack.panels["proposal"].due
    new_clerk.clicks(due.change)
    new_clerk.types("20/12/26")
    new_clerk.presses("Return")
    assert new_clerk.sees("vuole il motivo", due)
    new_clerk.types("Consiglio convocato", due.ask.entries["reason"].field.field)
    new_clerk.presses("Return")
    assert new_clerk.sees("entro domenica 20/12/2026, fra 27 giorni", due)
    line = seen(new_clerk).item("proposal")
    assert line is not None
    assert (str(line.item.due_on), line.item.due_reason) == ("2026-12-20", "Consiglio convocato")
    new_clerk.clicks(due.back)
    assert new_clerk.sees("nessuna scadenza", due)


def test_a_line_that_does_not_apply_says_why_and_is_taken_up(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("commitment")
    skip = page.stack.panels["commitment"].skip
    new_clerk.clicks(skip.open)
    new_clerk.presses("Return")
    assert new_clerk.sees("serve il motivo", skip)
    new_clerk.types("Nessuna spesa", skip.ask.entries["reason"].field.field)
    new_clerk.clicks(skip.ask.confirm)
    assert new_clerk.sees("Nessuna spesa", skip)
    assert new_clerk.sees("2 di 9 fatte", page.head)
    new_clerk.presses("Ctrl+Z")
    assert new_clerk.sees("2 di 10 fatte", page.head)


def test_esc_in_a_question_loses_no_word(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("commitment")
    skip = page.stack.panels["commitment"].skip
    new_clerk.clicks(skip.open)
    new_clerk.types("Nessuna")
    new_clerk.presses("Escape")
    assert not skip.ask.isVisible()
    new_clerk.clicks(skip.open)
    assert skip.ask.entries["reason"].text == "Nessuna"


def test_a_line_of_our_own_is_added_done_and_taken_out(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    new_clerk.clicks(page.lines.add)
    new_clerk.presses("Return")
    assert new_clerk.sees("La riga vuole un titolo", page.lines)
    new_clerk.types("Chiedere un preventivo")
    new_clerk.presses("Return")
    line = seen(new_clerk).items[-1]
    assert (line.item.title, line.state) == ("Chiedere un preventivo", ItemState.NOT_STARTED)
    new_clerk.opens("accession", f"1:{line.item.key}:done_on")
    new_clerk.types("oggi")
    new_clerk.presses("Tab")
    assert seen(new_clerk).items[-1].state is ItemState.DONE
    new_clerk.clicks(new_clerk.finds(QPushButton, "Elimina la riga"))
    assert len(seen(new_clerk).items) == 10
    new_clerk.presses("Ctrl+Z")
    assert len(seen(new_clerk).items) == 11


def test_a_note_is_kept_as_it_is_typed(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    note = page.stack.panels["people"].note
    note.entries["note"].field.field.setFocus()
    new_clerk.types("Sentire il segretario")
    note.flush()
    new_clerk.waits()
    line = seen(new_clerk).item("people")
    assert line is not None
    assert line.item.note == "Sentire il segretario"


@pytest.mark.parametrize(("name", "state"), [("accession", State.DRAFT), ("receipt", State.SENT)])
def test_it_is_printed(new_clerk: Clerk, sit: Sit, name: str, state: State) -> None:
    page = sit(state=state)
    page.print_report(name)
    new_clerk.waits()
    new_clerk.dialog(PdfPreview).reject()


def test_the_breadcrumb_goes_back_to_the_list(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    new_clerk.clicks(page.head.crumb)
    assert new_clerk.window.pages.name == "accessions"


def test_alt_left_comes_back_to_the_line(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("start")
    new_clerk.opens("catalogue")
    new_clerk.presses("Alt+Left")
    assert new_clerk.page is page
    assert page.stack.key == "start"


def test_a_procedure_that_is_gone_is_told(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    new_clerk.window.tasks.act(new_clerk.window, lambda store: remove_accession(store, AccessionId(1)))
    new_clerk.waits()
    assert new_clerk.sees("Questa pratica non c'è più")
    assert page.empty.isVisible()


def test_on_a_narrow_window_the_form_lies_over_the_list(new_clerk: Clerk, sit: Sit) -> None:
    new_clerk.window.resize(911, 512)
    page = sit("people")
    assert page.split.is_narrow
    assert page.stack.isVisible()
    new_clerk.clicks(page.split.back)
    assert page.lines.isVisible()


def test_zoom_and_the_next_start_come_back_to_the_line(new_clerk: Clerk, sit: Sit, seat: Seat) -> None:
    sit("start")
    new_clerk.window.set_zoom(125)
    new_clerk.waits()
    again = new_clerk.page
    assert isinstance(again, AccessionPage)
    assert again.stack.key == "start"
    new_clerk.window.close()
    new_clerk.waits()
    reopened = seat(new_clerk.window.workspace.folder).page
    assert isinstance(reopened, AccessionPage)
    assert reopened.stack.key == "start"
