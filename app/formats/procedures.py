# SPDX-License-Identifier: EUPL-1.2
"""Templates of procedures: `KIND.json`, or `KIND.CENTRE.json` for one centre, ours or the comune's own.

A file that is not exactly of this shape is refused whole: UserError `procedure.*`, parameter `file`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from app.domain.accession_states import Actor, Kind
from app.domain.accessions import Slot
from app.domain.documents import DOCUMENT_KINDS
from app.domain.procedures import Template, TemplateItem
from app.errors import UserError
from app.paths import resources

_MAX_BYTES = 1024 * 1024
Key = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_]*\Z", max_length=40)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
MaybeLine = Annotated[str, Meta(max_length=300)]
Prose = Annotated[str, Meta(max_length=2000)]


class _Slot(Struct, frozen=True, forbid_unknown_fields=True):
    kind: Key
    title: Line
    title_en: Line
    formats: Annotated[tuple[Annotated[str, Meta(pattern=r"\A[a-z0-9]{1,5}\Z")], ...], Meta(min_length=1)]
    is_required: bool
    draft: Annotated[str, Meta(pattern=r"\A[a-z_]*\Z", max_length=60)] = ""
    is_signed: bool = False


class _Item(Struct, frozen=True, forbid_unknown_fields=True):
    key: Key
    title: Line
    title_en: Line
    actor: Actor
    act_kind: Annotated[str, Meta(pattern=r"\A[a-z_]*\Z", max_length=40)]
    law: MaybeLine
    why: Prose
    why_en: Prose
    slots: tuple[_Slot, ...]


class _Template(Struct, frozen=True, forbid_unknown_fields=True):
    kind: Kind
    centre: Annotated[str, Meta(max_length=40)]
    body: Literal["council", "executive"]
    body_source: MaybeLine
    note: Prose
    note_en: Prose
    items: Annotated[tuple[_Item, ...], Meta(min_length=1, max_length=60)]


def shipped_folder() -> Path:
    """The templates that the program brings."""
    return resources() / "procedures"


def load_template(kind: Kind, centre: str, folders: Iterable[Path]) -> Template:
    """The template for a centre, or else the general one; an earlier folder wins over a later one."""
    searched = tuple(folders)
    for name in (f"{kind.value}.{centre}.json", f"{kind.value}.json"):
        for folder in searched:
            if (folder / name).is_file():
                return read_template(folder / name)
    raise UserError("procedure.missing", file=f"{kind.value}.json")


def read_template(path: Path) -> Template:
    """One template, checked: known kinds of document, no line twice."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UserError("procedure.missing", file=path.name) from error
    if len(raw) > _MAX_BYTES:
        raise UserError("procedure.wrong", file=path.name, where="")
    try:
        told = msgspec.json.decode(raw, type=_Template)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("procedure.wrong", file=path.name, where=str(error)) from error
    keys = [item.key for item in told.items]
    kinds = {slot.kind for item in told.items for slot in item.slots}
    if len(set(keys)) < len(keys) or not kinds <= set(DOCUMENT_KINDS):
        raise UserError("procedure.wrong", file=path.name, where="items")
    values = {name: getattr(told, name) for name in ("kind", "centre", "body", "body_source", "note", "note_en")}
    return Template(items=tuple(_item(item) for item in told.items), **values)


def _item(item: _Item) -> TemplateItem:
    values = msgspec.structs.asdict(item)
    return TemplateItem(**{**values, "slots": tuple(Slot(**msgspec.structs.asdict(slot)) for slot in item.slots)})
