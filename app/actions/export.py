# SPDX-License-Identifier: EUPL-1.2
"""Any list of the program as a file for a spreadsheet or for another program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.actions import accessions, catalogue, centres, funding, history
from app.actions.budget_tables import budget_table
from app.actions.concession_tables import concessions_table, schedule_table
from app.actions.document_tables import acts_table, documents_table
from app.actions.invoice_tables import invoices_table
from app.actions.municipality import show_office
from app.actions.output import writing
from app.actions.tables import Row, Table, saying, yes_or_no
from app.errors import UserError
from app.files import write_atomically
from app.formats.spreadsheet import to_csv, to_json, to_ods, to_xlsx
from app.store import Store
from app.text import _, action_title, in_language
from app.text.accession_labels import kind_label, state_label
from app.text.catalogue_labels import addressee_label, area_label, fact_label, fee_model_label
from app.text.labels import difference_label, entry_kind_label, field_label, field_value, status_label

_FORMATS = (".csv", ".xlsx", ".ods", ".json")


def export_table(store: Store, name: str, target: Path) -> int:
    """Write a list as .csv, .xlsx, .ods or .json, by the end of the file's name; gives the number of rows."""
    if name not in TABLES:
        raise UserError("export.unknown_table", name=name, known=", ".join(TABLES))
    table = TABLES[name](store)
    write_table(table, target, store)
    return len(table.rows)


def write_table(table: Table, target: Path, store: Store) -> None:
    """Write what is on the screen; UserError for an unknown kind of file."""
    suffix = target.suffix.lower()
    if suffix not in _FORMATS:
        raise UserError("export.unknown_format", suffix=suffix or target.name)
    said = [table.said(row) for row in table.rows]
    if suffix == ".csv":
        content = to_csv(table.headers, said)
    elif suffix == ".json":
        content = to_json(table.keys, table.rows)
    elif suffix == ".ods":
        content = to_ods(table.title, table.headers, said, store.now())
    else:
        content = to_xlsx(table.title, table.headers, said, store.now())
    with writing(target):
        write_atomically(target, content)


def funding_table(
    store: Store,
    wanted: funding.ProjectFilter = funding.ProjectFilter(),  # noqa: B008 - frozen
    order: Sequence[int] = (),
) -> Table:
    """Funded projects, filtered and ordered as on the screen; those that came since then come last."""
    place = {project_id: number for number, project_id in enumerate(order)}
    projects = sorted(funding.list_projects(store, wanted), key=lambda project: place.get(project.id, len(place)))
    keys = (
        "call", "measure", "cup", "amount", "status", "sent_at", "funded_on", "status_on", "decree", "window",
        "source_file", "note",
    )  # fmt: skip
    headers = (
        _("Avviso"), _("Misura"), _("CUP"), _("Importo"), _("Stato"), _("Candidatura inviata"), _("Data del decreto"),
        _("Data dello stato"), _("Decreto"), _("Finestra"), _("File"), _("Nota"),
    )  # fmt: skip
    rows = tuple(tuple(getattr(project, key) for key in keys) for project in projects)
    return Table(_("Finanziamenti"), keys, headers, rows, saying(keys, status=status_label))


def catalogue_table(
    store: Store,
    wanted: catalogue.CatalogueFilter = catalogue.CatalogueFilter(),  # noqa: B008 - frozen
) -> Table:
    """Services in the language in use, filtered as on the screen; the private notes stay out."""
    keys = (
        "code",
        "area",
        "name",
        "summary",
        "addressees",
        "measure",
        "legal_basis",
        "fee_models",
        "prerequisites",
        "sources",
    )
    headers = (
        _("Codice"), _("Area"), _("Servizio"), _("Che cos'è"), _("Per chi"), _("Misura"), _("Base giuridica"),
        _("Come si paga"), _("Serve prima"), _("Fonti"),
    )  # fmt: skip
    rows = []
    for row in catalogue.search_services(store, wanted).services:
        service = row.service
        laws, sources = (_sources(service.legal_basis), _sources(service.sources))
        rows.append(
            (
                service.code, service.area, in_language(service.name, service.name_en),
                in_language(service.summary, service.summary_en), "; ".join(service.addressees),
                service.measure, laws, "; ".join(service.fee_models), "; ".join(service.prerequisites), sources,
            )
        )  # fmt: skip
    said = saying(keys, area=area_label, addressees=_each(addressee_label), fee_models=_each(fee_model_label))
    return Table(_("Catalogo"), keys, headers, tuple(rows), said)


def centres_table(store: Store) -> Table:
    """The sourced facts of the centres in the language in use, one a row."""
    keys = ("centre", "name", "field", "value", "source", "inferred")
    headers = (_("Centro"), _("Nome"), _("Dato"), _("Valore"), _("Fonte"), _("Dedotto"))
    rows = tuple(
        (
            centre.code,
            centre.name,
            fact.field,
            in_language(fact.value, fact.value_en),
            fact.source,
            int(fact.inferred),
        )
        for centre in centres.list_centres(store)
        for fact in centre.facts
    )
    return Table(_("Centri di aggregazione"), keys, headers, rows, saying(keys, field=fact_label, inferred=yes_or_no))


def accessions_table(store: Store, order: Sequence[int] = ()) -> Table:
    """Procedures and memberships, in the order of the screen where one is given, and then only those."""
    keys = (
        *("id", "centre", "kind", "state", "done", "total", "next_due", "opened_on", "starts_on", "ends_on"),
        *("services", "reference"),
    )
    headers = (
        *(_("Numero"), _("Centro"), _("Tipo"), _("Stato"), _("Fatte"), _("Righe"), _("Prima scadenza")),
        *(_("Aperta il"), _("Comincia il"), _("Finisce il"), _("Servizi"), _("Riferimento")),
    )
    place = {accession_id: number for number, accession_id in enumerate(order)}
    known = [row for row in accessions.survey_accessions(store) if not order or row.accession.id in place]
    known.sort(key=lambda row: place.get(row.accession.id, 0))
    rows = tuple(_accession_row(store, row) for row in known)
    said = saying(keys, kind=kind_label, state=state_label)
    return Table(_("Adesioni"), keys, headers, rows, said)


def _accession_row(store: Store, row: accessions.AccessionRow) -> Row:
    one = row.accession
    services = accessions.show_accession(store, one.id).case.requested
    return (
        *(one.id, one.centre_name, one.kind.value, one.state.value, row.done, row.total),
        *(row.next_duty.on if row.next_duty else None, one.opened_on, one.starts_on, one.ends_on),
        *("; ".join(service.code for service in services), one.reference),
    )


def history_table(store: Store) -> Table:
    """The whole history, newest first."""
    keys = ("id", "at", "who", "kind", "action", "is_undone")
    headers = (_("Numero"), _("Quando"), _("Chi"), _("Tipo"), _("Azione"), _("Annullata"))
    rows = tuple(
        (entry.id, entry.at, entry.who, entry.kind.value, action_title(entry.title, entry.params), int(entry.is_undone))
        for entry in history.list_history(store, limit=1_000_000)
    )
    said = saying(keys, kind=entry_kind_label, is_undone=yes_or_no)
    return Table(_("Cronologia"), keys, headers, rows, said)


def changes_table(store: Store) -> Table:
    """What the last import changed."""
    keys = ("imported_at", "source_file", "kind", "call", "cup", "field", "old", "new")
    headers = (_("Importato"), _("File"), _("Tipo"), _("Avviso"), _("CUP"), _("Campo"), _("Prima"), _("Dopo"))
    rows = tuple(tuple(getattr(change, key) for key in keys) for change in funding.list_changes(store))
    return Table(_("Novità nei dati aperti"), keys, headers, rows, _say_change)


def file_name(store: Store, table: Table) -> str:
    """A good name for the file, without its ending."""
    return f"{table.title} {show_office(store).name}"


def _say_change(row: Row) -> Row:
    *others, kind, call, cup, field, old, new = row
    values = (field_value(str(field), str(value)) for value in (old, new))
    return (*others, difference_label(str(kind)), call, cup, field_label(str(field)) if field else "", *values)


def _each(label: Callable[[str], str]) -> Callable[[str], str]:
    return lambda keys: "; ".join(label(key) for key in keys.split("; "))


def _sources(sources: Sequence[object]) -> str:
    return "; ".join(getattr(source, "text", "") for source in sources)


TABLES: dict[str, Callable[[Store], Table]] = {
    "funding": funding_table,
    "catalogue": catalogue_table,
    "centres": centres_table,
    "accessions": accessions_table,
    "concessions": concessions_table,
    "schedule": schedule_table,
    "budget": budget_table,
    "documents": documents_table,
    "invoices": invoices_table,
    "acts": acts_table,
    "history": history_table,
    "changes": changes_table,
}
