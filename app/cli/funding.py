# SPDX-License-Identifier: EUPL-1.2
"""`funding import | list | show | changes`: the money of the comune."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app.actions import funding as actions
from app.actions import open_data
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.funding import Difference, FilePreview, FundingChange, Project, Status
from app.formats.spreadsheet import json_cell
from app.text import _, day, in_language, money, ngettext, reason
from app.text.labels import event_label, field_label, field_value, status_label

_FILE = click.Path(path_type=Path)
_SHOWN = (
    "call", "measure", "cup", "amount", "status", "sent_at", "funded_on", "status_on", "decree", "window",
    "source_file",
)  # fmt: skip


@word_group(help=_("I finanziamenti."))
def funding() -> None:
    """Words on funded projects."""


@funding.command(name="import", help=_("Importa i file dei dati aperti di PA digitale 2026."))
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=_FILE)
@click.option("--dry-run", is_flag=True, help=_("Mostra che cosa cambierebbe, senza scrivere."))
@pass_words
def import_files(words: Words, files: tuple[Path, ...], *, dry_run: bool) -> None:
    """Import open data files, all or nothing."""
    previews = open_data.preview_files(words.store, files, words.progress(_("Lettura")))
    _say_whose(words, previews, is_kept=not dry_run)
    if dry_run:
        words.say(_("È una prova: non è stato scritto nulla."))
    else:
        open_data.import_previews(words.store, previews)
    words.answer([_file_json(preview) for preview in previews], [_file_line(preview) for preview in previews])
    for preview in previews:
        for row in preview.file.rejected:
            words.say(
                _("{file}, riga {row}: {reason}").format(
                    file=preview.file.name, row=row.row, reason=reason(row.code, row.value)
                )
            )


@funding.command(name="list", help=_("Elenca i progetti finanziati."))
@click.option(
    "--status",
    "status_name",
    type=click.Choice([item.value for item in Status]),
    default=None,
    help=_("Solo quelli in uno stato."),
)
@pass_words
def list_projects(words: Words, status_name: str | None) -> None:
    """Funded projects."""
    wanted = actions.ProjectFilter(status=Status(status_name) if status_name else None)
    projects = actions.list_projects(words.store, wanted)
    words.answer([project_json(project) for project in projects], [_line(project) for project in projects])


@funding.command(help=_("Mostra un progetto con le sue regole."))
@click.argument("cup", metavar="CUP")
@pass_words
def show(words: Words, cup: str) -> None:
    """All we know of the project of a CUP."""
    card = actions.show_project(words.store, actions.project_of_cup(words.store, cup).id)
    document = project_json(card.project) | {
        "protocol": card.project.protocol,
        "note": card.project.note,
        "call_dates": [card.call.opens_on.isoformat(), card.call.closes_on.isoformat()] if card.call else None,
        "composition": _composition_json(card),
        "limits": [{name: json_cell(value) for name, value in asdict(limit).items()} for limit in card.limits],
        "deadlines": [{name: json_cell(value) for name, value in asdict(item).items()} for item in card.deadlines],
        "cup_check": asdict(card.cup_check),
        "same_cup": [project_json(other) for other in card.same_cup],
        "changes": [_change_json(change) for change in card.changes],
    }
    words.answer(document, _card_lines(card))


@funding.command(help=_("Che cosa ha cambiato l'ultima importazione."))
@pass_words
def changes(words: Words) -> None:
    """What the last import changed."""
    found = actions.list_changes(words.store)
    words.answer([_change_json(change) for change in found], [_change_line(change) for change in found])
    if not found:
        words.say(_("L'ultima importazione non ha cambiato nulla."))


def project_json(project: Project) -> dict[str, Any]:
    """A project as product.md section 4 lists it."""
    return {name: json_cell(getattr(project, name)) for name in _SHOWN} | {"status": project.status.value}


def _say_whose(words: Words, previews: list[FilePreview], *, is_kept: bool) -> None:
    """The IPA code that was found for our ISTAT code, and the bodies with our ISTAT code that were left aside."""
    found = dict.fromkeys(preview.ipa_code for preview in previews if preview.ipa_code_proposed)
    taken = _("Nel file l'ente ha il codice IPA {code}: uso quello e lo conservo.")
    would = _("Nel file l'ente ha il codice IPA {code}: userei quello.")
    for code in found:
        words.say((taken if is_kept else would).format(code=code))
    for preview in previews:
        for body in preview.file.other_bodies:
            told = _("{file}: con il nostro codice ISTAT c'è anche {name}, codice IPA {code}; non è stato preso.")
            words.say(told.format(file=preview.file.name, name=body.name, code=body.ipa_code))


def _file_json(preview: FilePreview) -> dict[str, Any]:
    file = preview.file
    return {
        "file": file.name,
        "rows": file.rows,
        "ours": len(file.ours),
        "added": preview.count(Difference.ADDED),
        "changed": preview.count(Difference.CHANGED),
        "unchanged": preview.count(Difference.UNCHANGED) + preview.count(Difference.OLDER),
        "older": preview.count(Difference.OLDER),
        "rejected": [{"row": row.row, "reason": reason(row.code, row.value)} for row in file.rejected],
        "published_on": file.published_on or None,
        "as_of": file.as_of.isoformat(),
        "ipa_code": preview.ipa_code,
        "ipa_code_proposed": preview.ipa_code_proposed,
    }


def _file_line(preview: FilePreview) -> str:
    content = _file_json(preview)
    told = _("{file}: {rows} righe, {ours} nostre ({added} nuove, {changed} cambiate, {unchanged} uguali)")
    line = told.format(**{name: content[name] for name in ("file", "rows", "ours", "added", "changed", "unchanged")})
    if older := content["older"]:
        not_taken = ngettext(
            "{count} più vecchia di quella che c'è, non presa",
            "{count} più vecchie di quelle che ci sono, non prese",
            older,
        )
        line = f"{line}; {not_taken.format(count=older)}"
    return line


def _line(project: Project) -> str:
    cup = project.cup or _("senza CUP")
    return (
        f"{cup:15}  {money(project.amount):>16}  {status_label(project.status):12}  {actions.call_label(project.call)}"
    )


def _composition_json(card: actions.ProjectCard) -> list[dict[str, Any]] | None:
    if card.composition is None:
        return None
    return [{name: json_cell(value) for name, value in asdict(part).items()} for part in card.composition.components]


def _card_lines(card: actions.ProjectCard) -> list[str]:
    project = card.project
    lines = [
        actions.call_label(project.call),
        _("CUP {cup} · {amount} · {status}").format(
            cup=project.cup, amount=money(project.amount), status=status_label(project.status)
        ),
        _decree_line(card),
        *(_twin_line(other) for other in card.same_cup),
    ]
    parts = card.composition.components if card.composition else ()
    lines += [f"  {part.count} x {money(part.amount)}  {in_language(part.unit, part.unit_en)}" for part in parts]
    lines += [f"{day(item.due_on)}  {event_label(item.event)}  [{item.source}]" for item in card.deadlines]
    return lines


def _decree_line(card: actions.ProjectCard) -> str:
    number = card.project.decree or (f"n. {card.decree.number}" if card.decree else _("numero non noto"))
    return _("Decreto: {decree} del {day}").format(decree=number, day=day(card.project.funded_on))


def _twin_line(other: Project) -> str:
    """Nearly always one renounced and asked for again."""
    told = _("Lo stesso CUP è anche su {call}: {amount}, {status}")
    call, status = actions.call_label(other.call), status_label(other.status)
    return told.format(call=call, amount=money(other.amount), status=status)


def _change_json(change: FundingChange) -> dict[str, Any]:
    content = {name: json_cell(value) for name, value in asdict(change).items()}
    return content | {"kind": change.kind.value}


def _change_line(change: FundingChange) -> str:
    old, new = field_value(change.field, change.old) or "-", field_value(change.field, change.new) or "-"
    what = _("nuovo") if change.kind is Difference.ADDED else f"{field_label(change.field)}: {old} > {new}"
    return f"{change.cup:15}  {actions.call_label(change.call)}  {what}"
