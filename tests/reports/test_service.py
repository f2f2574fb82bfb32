# SPDX-License-Identifier: EUPL-1.2
"""The page of a service, read back from the PDF."""

import pytest

from app.actions.catalogue import note_service, search_services, show_service, star_service
from app.actions.editions import import_edition
from app.domain.catalogue import FEE_MODELS, Source
from app.errors import UserError
from app.reports import service, words
from app.reports.service import ServiceSheet
from app.store import Store
from tests.conftest import NOW
from tests.editions import KEY, signed_edition
from tests.reports import factory, reading
from tests.reports.payloads import PAYLOADS


def test_one_page_a_service() -> None:
    content = reading.drawn(service.draw, factory.service_report())
    pages = [sheet.extract_text() for sheet in reading.read(content).pages]
    assert len(pages) == 2
    assert "Servizio di prova" in pages[0]
    assert "Servizio di cui si sa poco" in pages[1]
    assert "pagina 2 di 2" in pages[1]


def test_what_is_known_is_printed_and_what_is_inferred_says_so() -> None:
    text = reading.words(reading.drawn(service.draw, factory.service_report()))
    for expected in (
        "ZZZ-02 · Area inventata",
        "Cittadini, imprese",
        "Sì, la legge lo chiede ai comuni.",
        "Decreto inventato 217/2017 (dedotto, non letto in una fonte)",
        "1.4.3 (dedotto, non letto in una fonte)",
        "Compreso nella quota di adesione; a transazione (dedotto, non letto in una fonte)",
        "ZZZ-01 · Adesione di prova",
        "Centro Inventato Provincia di Zeta ZZ, YY",
        "Elenco inventato (dedotto, non letto in una fonte)",
    ):
        assert expected in text
    assert "Legge inventata art. 5 (dedotto" not in text


def test_what_is_not_known_is_said() -> None:
    bare = factory.service_report().sheets[1]
    text = reading.words(reading.drawn(service.draw, factory.service_report(sheets=(bare,))))
    assert text.count("Le fonti consultate non lo dicono.") == 3
    assert "Nessuna misura nota." in text
    assert "Nessuna fonte consultata mostra un centro che lo offre." in text
    assert "Nessuna fonte indicata nel catalogo." in text


def test_english_prints_the_english_of_the_catalogue() -> None:
    text = reading.words(reading.drawn(service.draw, factory.service_report(), "en"))
    assert "Trial service" in text
    assert "Citizens pay from home" in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_catalogue_becomes_markup(payload: str) -> None:
    odd = factory.service(
        name=payload, summary=payload, description=payload, area=payload,
        legal_basis=(Source(payload),), sources=(Source(payload),), fee_models=(payload,),
    )  # fmt: skip
    sheet = ServiceSheet(odd, (), (), (factory.centre(payload),))
    content = reading.drawn(service.draw, factory.service_report(sheets=(sheet,)))
    text = reading.squeezed(reading.words(content)).casefold()
    assert text.count(reading.squeezed(payload).casefold()) >= 8
    assert reading.images(content) == 0
    assert b"/URI" not in content


def test_same_report_same_bytes() -> None:
    first = reading.drawn(service.draw, factory.service_report())
    assert first == reading.drawn(service.draw, factory.service_report())
    assert all("/FontFile2" in descriptor for descriptor in reading.fonts(first).values())


def test_a_description_longer_than_a_page() -> None:
    long = factory.service(description="frase lunga. " * 2000)
    content = reading.drawn(service.draw, factory.service_report(sheets=(ServiceSheet(long, (), (), ()),)))
    assert reading.words(content).count("lunga.") == 2000


def test_every_fee_model_has_words() -> None:
    names = [words.fee_name(model) for model in FEE_MODELS]
    assert len(set(names)) == len(FEE_MODELS)
    assert set(names).isdisjoint(FEE_MODELS)


def test_no_code_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match=r"report\.no_service"):
        service.gather(store, now=factory.NOW)


def test_gather_and_print_without_star_and_note(store: Store) -> None:
    first = search_services(store).services[0].service
    star_service(store, first.code, is_starred=True)
    seen = show_service(store, first.code).mark.version
    note_service(store, first.code, seen, "nota privata dell’ufficio")
    text = reading.words(reading.drawn(service.draw, service.gather(store, first.code, now=factory.NOW)))
    assert first.code in text
    assert first.name in text
    assert "nota privata" not in text


def test_every_service_of_the_catalogue_fits_its_page(store: Store) -> None:
    codes = [row.service.code for row in search_services(store).services]
    content = reading.drawn(service.draw, service.gather(store, *codes, now=factory.NOW))
    assert len(reading.read(content).pages) == len(codes)


def test_many_that_need_it_are_counted_and_told_by_code(store: Store) -> None:
    card = show_service(store, "BAS-01")
    text = reading.words(reading.drawn(service.draw, service.gather(store, "BAS-01", now=factory.NOW)))
    assert len(card.needed_by) > 8
    assert f"{len(card.needed_by)} servizi del catalogo:" in text
    assert all(needing.code in text for needing in card.needed_by)


def test_a_withdrawn_service_says_so(store: Store) -> None:
    def printed() -> str:
        return reading.words(reading.drawn(service.draw, service.gather(store, "FOR-02", now=NOW)))

    assert "Ritirato" not in printed()
    import_edition(store, signed_edition(), pin_fingerprint=KEY.public.fingerprint)
    import_edition(store, signed_edition(sequence=2, without=["FOR-02"]))
    assert "Ritirato: l'ultima edizione del suo editore" in printed()
