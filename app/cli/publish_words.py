# SPDX-License-Identifier: EUPL-1.2
"""How the words of a centre answer: an edition, the requests received, an answer."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from app.actions.collecting import KEYS, Collection
from app.domain.exchange import AnswerData
from app.domain.publisher_keys import PublicKey
from app.formats.editions import SignedEdition
from app.formats.spreadsheet import json_cell
from app.text import _, day, ngettext
from app.text.edition_words import claimed_centres, claimed_name, whom_to_call
from app.text.exchange_words import outcome_label, standing_label


def edition_json(signed: SignedEdition, today: date) -> dict[str, Any]:
    """What a signed edition says of itself, and what is in it."""
    head = signed.head
    return {
        "publisher": head.publisher,
        "edition": head.edition,
        "title": signed.catalogue.title,
        "sequence": head.sequence,
        "published_on": head.published_on.isoformat(),
        "valid_from": head.valid_from.isoformat(),
        "valid_until": head.valid_until.isoformat(),
        "is_valid_today": head.valid_from <= today <= head.valid_until,
        "min_version": head.min_version,
        "key_id": signed.key.key_id,
        "public_key": signed.key.public_key,
        "fingerprint": signed.fingerprint,
        "rotations": [
            {"on": one.on.isoformat(), "old_key_id": one.old.key_id, "new_key_id": one.new.key_id}
            for one in signed.rotations
        ],
        "services": len(signed.catalogue.services),
        "centres": list(head.centre_codes),
        "manifest_sha256": signed.manifest_sha256,
    }


def edition_lines(signed: SignedEdition, today: date, claims: Sequence[tuple[str, str]] | None = None) -> Iterator[str]:
    """The same in sentences; who looks at another's file is told what it claims, and whom to phone (`claims`)."""
    head = signed.head
    yield _("Edizione {number}: {title}, {publisher}").format(
        number=head.edition, title=signed.catalogue.title, publisher=head.publisher
    )
    yield _("Firma integra, chiave {key_id}. Impronta da confrontare per telefono:").format(key_id=signed.key.key_id)
    yield signed.fingerprint
    if claims is not None:
        yield claimed_name(head.publisher)
        yield from claimed_centres(claims)
        yield whom_to_call(claims)
    for one in signed.rotations:
        yield _("Chiave {old} sostituita da {new} il {on}").format(
            old=one.old.key_id, new=one.new.key_id, on=day(one.on)
        )
    yield _("Numero d'ordine {sequence}, pubblicata il {on}").format(sequence=head.sequence, on=day(head.published_on))
    yield _validity(signed, today)
    services, centres = len(signed.catalogue.services), len(head.centre_codes)
    yield ngettext("{count} servizio", "{count} servizi", services).format(count=services)
    told = ngettext("{count} centro: {codes}", "{count} centri: {codes}", centres)
    yield told.format(count=centres, codes=", ".join(head.centre_codes) or "-")


def collection_json(collection: Collection) -> dict[str, Any]:
    """The whole table, with the packages that cannot be read apart."""
    readable = collection.rows[: len(collection.rows) - len(collection.broken)]
    return {
        "packages": len(collection.judged) + len(collection.broken),
        "counts": collection.counts,
        "others": collection.others,
        "rows": [dict(zip(KEYS, (json_cell(cell) for cell in row), strict=True)) for row in readable],
        "broken": [{"file": one.file, "code": one.code, "reason": one.reason} for one in collection.broken],
    }


def collection_lines(collection: Collection, output: Path) -> Iterator[str]:
    """How many packages of each standing, and why some cannot be read."""
    total = len(collection.judged) + len(collection.broken)
    told = ngettext("{count} pacchetto, tabella in {file}", "{count} pacchetti, tabella in {file}", total)
    yield told.format(count=total, file=output)
    yield from (f"{standing_label(key)}: {count}" for key, count in collection.counts.items() if count)
    yield from (f"{one.file}: {one.reason}" for one in collection.broken)


def answer_json(answer: AnswerData, output: Path, key: PublicKey) -> dict[str, Any]:
    """What was answered, to which request, by which key."""
    return {
        "file": str(output),
        "reference": answer.reference,
        "revision": answer.revision,
        "request_sha256": answer.request_sha256,
        "sequence": answer.sequence,
        "outcome": answer.outcome,
        "on": answer.on.isoformat(),
        "centre": answer.centre.code,
        "services": [{"code": one.code, "is_accepted": one.is_accepted} for one in answer.services],
        "documents": [{"file": one.file, "title": one.title, "sha256": one.sha256} for one in answer.documents],
        "key_id": key.key_id,
        "fingerprint": key.fingerprint,
    }


def answer_lines(answer: AnswerData, output: Path) -> Iterator[str]:
    """The same in sentences."""
    yield _("Scritto {file}").format(file=output)
    yield _("{outcome} del {on}, risposta n. {sequence} alla richiesta {reference}, versione {revision}").format(
        outcome=outcome_label(answer.outcome),
        on=day(answer.on),
        sequence=answer.sequence,
        reference=answer.reference,
        revision=answer.revision,
    )


def _validity(signed: SignedEdition, today: date) -> str:
    since, until = signed.head.valid_from, signed.head.valid_until
    if today > until:
        return _("Scaduta: valeva dal {since} al {until}").format(since=day(since), until=day(until))
    if today < since:
        return _("Non ancora in vigore: vale dal {since} al {until}").format(since=day(since), until=day(until))
    return _("In vigore dal {since} al {until}").format(since=day(since), until=day(until))
