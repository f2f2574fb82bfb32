# SPDX-License-Identifier: EUPL-1.2
"""The words of the office."""

from app.formats.catalogue import first_edition_path, read_catalogue
from app.ui.help.glossary import glossary

# fmt: off
WANTED = (
    "CUP", "CIG", "PNRR", "RUP", "PEC", "IPA", "ISTAT", "SPID", "CIE", "PDND", "ANPR", "ANSC", "SEND", "ITI", "CIT",
    "CST", "RPD", "DPO", "RTD", "DEC", "DTD", "CRE", "PPP",
    "Adesione", "Convenzione", "Concessione", "CIG padre", "CIG derivato", "Rinnovo", "Recesso", "capofila",
    "Esecutività", "Immediata eseguibilità", "Albo pretorio", "Integrazioni", "Preavviso di rigetto", "Controfirma",
    "PAdES", "CAdES", ".p7m", "SHA-256", "Impronta", "Ed25519", "Ricevuta", "Protocollo", "Istruttoria", "delega",
    "Tre termini", "Proroga", "Atto aggiuntivo", "PEF", "Subentro", "Canone", "rata", "Pro rata", "FOI", "Scissione",
    "Impegno", "mandato", "Capitolo", "FatturaPA", "SdI", "Rifiuto", "Decorrenza", "Nota di credito", "Conto dedicato",
    "SLA", "KPI", "Penale", "collaudo", "ACN", "riconsegna",
)
# fmt: on


def test_the_acronyms_that_clerks_meet_are_explained() -> None:
    titles = " ".join(entry.title for entry in glossary())
    assert [word for word in WANTED if word not in titles] == []


def test_they_stand_in_the_order_of_the_alphabet_with_a_source_or_a_place() -> None:
    entries = glossary()
    assert [entry.title.casefold() for entry in entries] == sorted(entry.title.casefold() for entry in entries)
    assert [entry.title for entry in entries if not entry.source and not entry.page] == []


def test_every_card_that_is_named_is_in_the_catalogue() -> None:
    codes = {service.code for service in read_catalogue(first_edition_path()).services}
    named = {entry.key for entry in glossary() if entry.page == "catalogue" and entry.key}
    assert len(named) > 6
    assert named <= codes
