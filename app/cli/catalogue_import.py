# SPDX-License-Identifier: EUPL-1.2
"""`catalogue import`: a signed edition into the store, with what it changes and what of that is ours."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from app.actions.editions import EditionPreview, import_edition, preview_edition
from app.cli.grammar import Word
from app.cli.words import Words, pass_words
from app.errors import UserError
from app.text import _, day, in_language, ngettext
from app.text.edition_words import (
    claimed_centres,
    claimed_name,
    edition_field_label,
    outcome_label,
    trust_label,
    use_words,
    whom_to_call,
)


@click.command(name="import", cls=Word, help=_("Importa un'edizione firmata del catalogo."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--accept-key",
    default="",
    metavar=_("IMPRONTA"),
    help=_("L'impronta della chiave, confrontata per telefono con chi pubblica."),
)
@click.option("--confirm", is_flag=True, help=_("Accetta i ritiri, e un numero d'ordine molto più avanti."))
@click.option("--dry-run", is_flag=True, help=_("Dice che cosa cambierebbe, senza scrivere."))
@pass_words
def import_word(words: Words, file: Path, accept_key: str, *, confirm: bool, dry_run: bool) -> None:
    """Take an edition in, or say what it would change."""
    preview = preview_edition(words.store, file) if dry_run else _imported(words, file, accept_key, confirm=confirm)
    words.answer(_json(preview, is_imported=not dry_run), _lines(preview, is_imported=not dry_run))
    words.say(_("Nulla è stato scritto.") if dry_run else _("Catalogo importato. Si annulla con «campanile undo»."))


def _imported(words: Words, file: Path, accept_key: str, *, confirm: bool) -> EditionPreview:
    """Import it; before a refusal for its key, say what the file claims and whom to phone."""
    try:
        preview, _changes = import_edition(
            words.store, file, pin_fingerprint=accept_key, confirm_withdrawals=confirm, allow_jump=confirm
        )
    except UserError as error:
        if error.code in ("catalogue.key_not_known", "catalogue.centres_widened"):
            for line in _claim(preview_edition(words.store, file)):
                words.say(line)
        raise
    return preview


def _claim(preview: EditionPreview) -> list[str]:
    name = [claimed_name(preview.head.publisher)] if preview.trust.value == "new" else []
    return [*name, *claimed_centres(preview.claims), whom_to_call(preview.claims)]


def _json(preview: EditionPreview, *, is_imported: bool) -> dict[str, Any]:
    head, services, centres = preview.head, preview.difference.services, preview.difference.centres
    return {
        "publisher": head.publisher,
        "edition": head.edition,
        "sequence": head.sequence,
        "valid_until": head.valid_until.isoformat(),
        "key_id": preview.signed.key.key_id,
        "fingerprint": preview.signed.fingerprint,
        "trust": preview.trust.value,
        "claims": [{"centre": code, "lead_authority": authority} for code, authority in preview.claims],
        "added": [service.code for service in services.added],
        "changed": [
            {"code": change.new.code, "fields": [field.field for field in change.fields]} for change in services.changed
        ],
        "withdrawn": [service.code for service in services.withdrawn],
        "unchanged": services.unchanged,
        "centres": {
            "added": [centre.code for centre in centres.added],
            "changed": [change.new.code for change in centres.changed],
            "withdrawn": [centre.code for centre in centres.withdrawn],
        },
        "touches_ours": {
            code: [{"kind": use.kind, "detail": use.detail} for use in uses] for code, uses in preview.uses.items()
        },
        "needs_confirmation": preview.needs_confirmation,
        "is_imported": is_imported,
    }


def _lines(preview: EditionPreview, *, is_imported: bool) -> Iterator[str]:
    head, services = preview.head, preview.difference.services
    yield _("Edizione n. {number} di {publisher}, numero d'ordine {sequence}, vale fino al {until}").format(
        number=head.edition, publisher=head.publisher, sequence=head.sequence, until=day(head.valid_until)
    )
    is_compared = is_imported and preview.needs_fingerprint
    yield f"{trust_label('compared' if is_compared else preview.trust.value)}: {preview.signed.fingerprint}"
    if preview.needs_fingerprint and not is_imported:
        yield from _claim(preview)
    for code, uses in preview.uses.items():
        why = ", ".join(use_words(use.kind, use.detail) for use in uses)
        yield _("Riguarda noi: {code} ({why})").format(code=code, why=why)
    for service in services.withdrawn:
        yield f"{outcome_label('withdrawn')}: {service.code}  {in_language(service.name, service.name_en)}"
    for service in services.added:
        yield f"{outcome_label('added')}: {service.code}  {in_language(service.name, service.name_en)}"
    for change in services.changed:
        fields = ", ".join(edition_field_label(field.field) for field in change.fields)
        yield f"{outcome_label('changed')}: {change.new.code}  ({fields})"
    same = services.unchanged
    yield ngettext("{count} servizio resta com'è", "{count} servizi restano come sono", same).format(count=same)
