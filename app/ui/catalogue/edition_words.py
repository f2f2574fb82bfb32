# SPDX-License-Identifier: EUPL-1.2
"""The words about a signed edition: who signed it, what of ours it touches, how much changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _, day, ngettext
from app.text.catalogue_labels import publisher_label
from app.text.edition_words import claimed_centres, claimed_name, whom_to_call

if TYPE_CHECKING:
    from app.actions.editions import EditionPreview

Remark = tuple[str, str, str]
"""Title, sentence and tone."""


def title(preview: EditionPreview) -> str:
    """`Catalogo n. 12 di Provincia di Brescia`; before the key is compared, only that it says so."""
    head = preview.head
    if preview.trust.value == "new":
        told = _("Catalogo n. {number}, che si dice di «{publisher}»")
        return told.format(number=head.edition, publisher=publisher_label(head.publisher))
    return named_title(preview)


def named_title(preview: EditionPreview) -> str:
    """`Catalogo n. 12 di Provincia di Brescia`, where the key is believed."""
    head = preview.head
    return _("Catalogo n. {number} di {publisher}").format(
        number=head.edition, publisher=publisher_label(head.publisher)
    )


def counts(preview: EditionPreview) -> str:
    """When it was published, until when it holds, how much is new, changed, withdrawn and as it was."""
    head, services = preview.head, preview.difference.services
    added, changed, gone, same = len(services.added), len(services.changed), len(services.withdrawn), services.unchanged
    parts = (
        _("del {day}, vale fino al {until}").format(day=day(head.published_on), until=day(head.valid_until)),
        ngettext("{count} servizio nuovo", "{count} servizi nuovi", added).format(count=added),
        ngettext("{count} cambiato", "{count} cambiati", changed).format(count=changed),
        ngettext("{count} ritirato", "{count} ritirati", gone).format(count=gone),
        ngettext("{count} uguale", "{count} uguali", same).format(count=same),
    )
    return " · ".join(parts)


def applied(preview: EditionPreview) -> str:
    """What was done, for the toast."""
    services = preview.difference.services
    told = _("{title} applicato: {added} nuovi, {changed} cambiati, {withdrawn} ritirati")
    return told.format(
        title=named_title(preview),
        added=len(services.added),
        changed=len(services.changed),
        withdrawn=len(services.withdrawn),
    )


def key_remark(preview: EditionPreview) -> Remark:
    """Whether the key that signed is known, and what to do where it is not."""
    publisher, codes = publisher_label(preview.head.publisher), ", ".join(preview.head.centre_codes)
    if preview.trust.value == "known":
        told = _("La firma è integra e la chiave è quella già confrontata. Parla per {codes}.")
        return _("Firma di {publisher}").format(publisher=publisher), told.format(codes=codes or "–"), "good"
    if preview.trust.value == "successor":
        told = _("La chiave già confrontata di {publisher} l'ha firmata: non serve confrontarla di nuovo.")
        return (
            _("{publisher} usa una chiave nuova").format(publisher=publisher),
            told.format(publisher=publisher),
            "info",
        )
    if preview.trust.value == "widened":
        head = _("{publisher} ora parla anche per altri centri: {codes}").format(publisher=publisher, codes=codes)
        return head, _call(preview), "warning"
    head = _("È la prima volta che arriva qualcosa con questa chiave")
    return head, _call(preview), "warning"


def _call(preview: EditionPreview) -> str:
    """What the file claims, and whom to phone by what we knew before it came."""
    claims = preview.claims
    name = [claimed_name(preview.head.publisher)] if preview.trust.value == "new" else []
    return "\n".join([*name, *claimed_centres(claims), whom_to_call(claims)])


def ours_remark(preview: EditionPreview) -> Remark:
    """What of ours it touches, in one sentence."""
    count = len(preview.uses) + len(preview.own_centres)
    if not count:
        told = _("Né i servizi chiesti o avuti, né quelli con stella, nota o progetto.")
        return _("Nulla di nostro cambia"), told, "good"
    head = ngettext("Riguarda {count} cosa nostra", "Riguarda {count} cose nostre", count).format(count=count)
    return head, _("{codes}: in cima all'elenco, con il perché.").format(codes=", ".join(_codes(preview))), "warning"


def _codes(preview: EditionPreview) -> list[str]:
    most = 8
    codes = [*preview.uses, *preview.own_centres]
    more = len(codes) - most
    rest = [ngettext("un altro", "altri {count}", more).format(count=more)] if more > 0 else []
    return codes[:most] + rest
