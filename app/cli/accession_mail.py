# SPDX-License-Identifier: EUPL-1.2
"""`accession export | pec | receipt | receive`: what goes to the centre and what comes back, without a network."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app.actions import answers, receipts, sending
from app.actions.accessions import find_accession, show_accession
from app.cli.accession_json import accession_json
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.exchange import ServiceAnswer
from app.formats.spreadsheet import json_cell
from app.text import _, day
from app.text.accession_labels import state_label, step_label
from app.text.exchange_words import outcome_label, service_answer_words
from app.text.receipt_words import receipt_finding, receipt_label

_FILE = click.Path(path_type=Path, dir_okay=False)


@word(help=_("Prepara il pacchetto da inviare, se non c'è già, e lo scrive."))
@click.argument("key", metavar="ID")
@click.argument("output", metavar="FILE", type=_FILE)
@click.option("--override", "overridden", multiple=True, metavar=_("CODICE"), help=_("Un controllo messo da parte."))
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Perché si mette da parte."))
@pass_words
def export(words: Words, key: str, output: Path, overridden: tuple[str, ...], reason: str) -> None:
    """Write the package for the centre."""
    accession_id = find_accession(words.store, key)
    if sending.is_package_due(words.store, accession_id):
        sending.prepare_package(words.store, accession_id, overridden=overridden, reason=reason)
    package = sending.save_package(words.store, accession_id, output)
    case = show_accession(words.store, accession_id).case
    accession, sent = case.accession, case.first_sending
    told: dict[str, Any] = {
        "file": str(output),
        "document": package.id,
        "sha256": package.sha256,
        "manifest_sha256": accession.package_sha256,
        "revision": accession.revision,
    }
    told |= {"sent_on": json_cell(sent.on) if sent else None}
    words.answer(told, [_("Scritto {file}").format(file=output)])
    if sent:
        said = _("È il pacchetto n. {number}, già inviato il {day}: non è una versione nuova.")
        words.say(said.format(number=sent.revision, day=day(sent.on)))


@word(help=_("Il testo della PEC al centro, da copiare."))
@click.argument("key", metavar="ID")
@pass_words
def pec(words: Words, key: str) -> None:
    """The message of certified mail."""
    text = sending.pec_text(words.store, find_accession(words.store, key))
    told = (_("A: {address}"), _("Oggetto: {subject}"), _("Allegato: {file}"))
    filled = [line.format(address=text.to or "–", subject=text.subject, file=text.attachment) for line in told]
    words.answer(asdict(text), [*filled, "", *text.body.splitlines()])


@word(help=_("Aggiunge una ricevuta PEC (.eml) e dice che cosa attesta."))
@click.argument("key", metavar="ID")
@click.argument("file", metavar="FILE", type=_FILE)
@pass_words
def receipt(words: Words, key: str, file: Path) -> None:
    """Keep a receipt."""
    accession_id = find_accession(words.store, key)
    document_id, found, _changes = receipts.attach_receipt(words.store, accession_id, file)
    told = {name: json_cell(value) for name, value in asdict(found.receipt).items() if name != "recipients"}
    told |= {"kind": found.receipt.kind.value}
    words.answer(
        {
            "document": document_id,
            **told,
            "recipients": list(found.receipt.recipients),
            "findings": list(found.findings),
        },
        [receipt_label(found.receipt.kind)],
    )
    for code in found.findings:
        words.say(receipt_finding(code))


@word(help=_("Riceve la risposta del centro: mostra che cosa cambia e la applica."))
@click.argument("file", metavar="FILE", type=_FILE)
@click.option(
    "--accept-key", default="", metavar=_("IMPRONTA"), help=_("L'impronta della chiave, confrontata con il centro.")
)
@click.option("--dry-run", is_flag=True, help=_("Mostra che cosa cambierebbe, senza scrivere."))
@pass_words
def receive(words: Words, file: Path, accept_key: str, *, dry_run: bool) -> None:
    """Take an answer in."""
    preview = answers.read_answer_file(words.store, file)
    if dry_run:
        words.say(_("È una prova: non è stato scritto nulla."))
        if not preview.is_key_known:
            words.say(
                _("Chiave da confrontare per telefono: {fingerprint}").format(fingerprint=preview.key.fingerprint)
            )
    else:
        answers.apply_answer(words.store, file, pin_fingerprint=accept_key, seen_sha256=preview.sha256)
    accession = show_accession(words.store, preview.accession.id).accession
    words.answer(_preview_json(preview) | {"accession": accession_json(accession)}, _preview_lines(preview))


def _preview_json(preview: answers.AnswerPreview) -> dict[str, Any]:
    answer = preview.answer
    starts_on, ends_on = preview.new_term
    return {
        "file": preview.file,
        "outcome": answer.outcome,
        "sequence": answer.sequence,
        "on": json_cell(answer.on),
        "text": answer.text,
        "answer_by": json_cell(answer.answer_by),
        "days_left": preview.days_left,
        "protocol": answer.protocol.number,
        "before": preview.before.value,
        "after": preview.after.value,
        "steps": [step.value for step in preview.steps],
        "services": [_service_json(preview, one) for one in answer.services],
        "starts_on": json_cell(starts_on),
        "ends_on": json_cell(ends_on),
        "documents": [{"title": one.title, "kind": one.kind, "sha256": one.sha256} for one in answer.documents],
        "is_key_known": preview.is_key_known,
        "key_id": preview.key.key_id,
        "fingerprint": preview.key.fingerprint,
    }


def _service_json(preview: answers.AnswerPreview, service: ServiceAnswer) -> dict[str, Any]:
    before, _told, after = preview.service_standing(service.code)
    told = {"code": service.code, "is_accepted": service.is_accepted, "note": service.note}
    return told | {"before": before, "after": after}


def _preview_lines(preview: answers.AnswerPreview) -> list[str]:
    answer = preview.answer
    told = _("Pratica n. {id}: {outcome}, risposta n. {sequence} del {day}")
    lines = [
        told.format(
            id=preview.accession.id,
            outcome=outcome_label(answer.outcome),
            sequence=answer.sequence,
            day=day(answer.on),
        ),
        f"{state_label(preview.before)} > {state_label(preview.after)}",
        *(f"  {step_label(step)}" for step in preview.steps),
        *answer.text.splitlines(),
    ]
    if answer.answer_by:
        lines.append(_("Rispondere entro il {day}").format(day=day(answer.answer_by)))
    for service in answer.services:
        said = service_answer_words(*preview.service_standing(service.code))
        lines.append(f"  {service.code}  {preview.service_names[service.code]}: {said}  {service.note}".rstrip())
    starts_on, ends_on = preview.new_term
    if answer.agreement:
        lines.append(_("Dal {start} al {end}").format(start=day(starts_on), end=day(ends_on)))
    return [*lines, *(f"  {document.title}" for document in answer.documents)]
