# SPDX-License-Identifier: EUPL-1.2
"""Written cases of a fee schedule, each with its working by hand; every figure is invented."""

from datetime import date
from decimal import Decimal

from app.domain.fee_schedule import instalments, year_total
from app.domain.fees import Fee, FeeTerms, Instalment
from tests.fees import fee, index, reading, suspension, terms


def _schedule(one: Fee, of: FeeTerms, until: date | None = None) -> tuple[Instalment, ...]:
    return instalments(one, of, until or of.ends_on or date(2030, 12, 31))


def _nets(found: tuple[Instalment, ...]) -> list[str]:
    return [str(one.net) for one in found]


def _spans(found: tuple[Instalment, ...]) -> list[tuple[date, date]]:
    return [(one.starts_on, one.ends_on) for one in found]


def _gross(found: tuple[Instalment, ...]) -> list[str]:
    return [str(one.gross) for one in found]


def test_1_monthly_in_arrears() -> None:
    """Canone fisso di 1.000,00 l'anno, a rate mensili posticipate, dal 1/1/2027 al 31/12/2027, IVA 22 %, 30 giorni.

    Dovuto dall'inizio dell'anno: 1.000,00 x k/12 = 83,333.. 166,666.. 250 333,333.. 416,666.. 500 e così via;
    al centesimo: 83,33 166,67 250,00 333,33 416,67 500,00. Ogni rata è la differenza: 83,33 83,34 83,33, e da capo.
    IVA: 83,33 x 22 % = 18,3326 -> 18,33; 83,34 x 22 % = 18,3348 -> 18,33. Lordo: 101,66 101,67 101,66.
    Scadenza: ultimo giorno del mese più 30 giorni: 31/1 -> 2/3; 31/12/2027 -> 30/1/2028.
    Anno: netto 1.000,00; IVA 12 x 18,33 = 219,96; lordo 1.219,96.
    """
    found = _schedule(fee(amount="1000"), terms(date(2027, 1, 1), date(2027, 12, 31)))
    assert _nets(found) == ["83.33", "83.34", "83.33"] * 4
    assert _gross(found) == ["101.66", "101.67", "101.66"] * 4
    assert {str(one.vat) for one in found} == {"18.33"}
    assert (found[0].due_on, found[-1].due_on) == (date(2027, 3, 2), date(2028, 1, 30))
    total = year_total(found, 2027)
    assert (str(total.net), str(total.vat), str(total.gross)) == ("1000.00", "219.96", "1219.96")


def test_2_quarterly_in_advance_on_the_calendar() -> None:
    """Canone fisso di 3.650,00 l'anno, a rate trimestrali anticipate secondo l'anno solare, dal 17/3/2027 al 10/2/2028.

    Trimestre: 3.650,00 x 3/12 = 912,50. Primo: dal 17/3 al 31/3 sono 15 giorni di 90 (31+28+31): 912,50 x 15/90 =
    152,0833.. -> 152,08. Secondo: in tutto 1.064,5833 -> 1.064,58, meno 152,08 = 912,50. Terzo: 1.977,0833 -> 912,50.
    Quarto: 2.889,5833 -> 912,50. Anno 2027: 2.889,58.
    2028, bisestile: dal 1/1 al 10/2 sono 41 giorni di 91 (31+29+31): 912,50 x 41/91 = 411,1263.. -> 411,13.
    Anticipate: scadono il primo giorno del periodo più 30 giorni: 17/3 -> 16/4; 1/1/2028 -> 31/1/2028.
    """
    one = fee(amount="3650", period="quarterly", is_in_advance=True, is_calendar=True)
    found = _schedule(one, terms(date(2027, 3, 17), date(2028, 2, 10)))
    assert _spans(found) == [
        (date(2027, 3, 17), date(2027, 3, 31)),
        (date(2027, 4, 1), date(2027, 6, 30)),
        (date(2027, 7, 1), date(2027, 9, 30)),
        (date(2027, 10, 1), date(2027, 12, 31)),
        (date(2028, 1, 1), date(2028, 2, 10)),
    ]
    assert _nets(found) == ["152.08", "912.50", "912.50", "912.50", "411.13"]
    assert str(year_total(found, 2027).net) == "2889.58"
    assert [found[0].due_on, found[4].due_on] == [date(2027, 4, 16), date(2028, 1, 31)]


def test_3_yearly_by_inhabitants() -> None:
    """Canone ad abitanti: 1,2345 per abitante, rata annuale dal 1/7/2026; 457 abitanti, dal 1/7/2027 461.

    Primo anno: 1,2345 x 457 = 564,1665 -> 564,17. Secondo anno: 1,2345 x 461 = 569,1045 -> 569,10.
    Le rate vanno all'anno in cui il periodo finisce: 2027 e 2028.
    """
    one = fee(model="canone_abitanti", unit="abitante", unit_price="1.2345", quantity="457", period="yearly")
    found = _schedule(one, terms(date(2026, 7, 1), date(2028, 6, 30), readings=(reading(date(2027, 7, 1), "461"),)))
    assert _nets(found) == ["564.17", "569.10"]
    assert [one.year for one in found] == [2027, 2028]
    band = fee(model="canone_abitanti", amount="800", period="yearly")  # a fascia: vale l'importo della fascia
    assert _nets(_schedule(band, terms(date(2026, 7, 1), date(2027, 6, 30)))) == ["800.00"]


def test_4_per_workstation_with_a_step_in_quantity() -> None:
    """Quota per postazione: 48,00 l'anno per postazione, 10 postazioni, rate trimestrali; dal 15/5/2027 sono 13.

    1° trimestre: 480,00 x 3/12 = 120,00.
    2°, di 91 giorni: dal 1/4 al 14/5 (44 giorni) 480,00 x 3/12 x 44/91 = 58,0219..; dal 15/5 al 30/6 (47 giorni)
    624,00 x 3/12 x 47/91 = 80,5714..; insieme 138,5934.. (con il primo 258,5934.. -> 258,59): 138,59.
    3°: 624,00 x 3/12 = 156,00; in tutto 414,5934.. -> 414,59, meno 258,59 = 156,00. 4°: lo stesso.
    Anno: 120,00 + 138,59 + 156,00 + 156,00 = 570,59.
    """
    one = fee(model="quota_postazione", unit="postazione", unit_price="48", quantity="10", period="quarterly")
    found = _schedule(one, terms(date(2027, 1, 1), date(2027, 12, 31), readings=(reading(date(2027, 5, 15), "13"),)))
    assert _nets(found) == ["120.00", "138.59", "156.00", "156.00"]
    assert str(year_total(found, 2027).net) == "570.59"


def test_5_consumption_beyond_the_plafond() -> None:
    """Consumo: 0,0375 per GB oltre i 500 di ogni trimestre; letti 1.234,5 GB, 480 GB, 500,4 GB; il quarto non è letto.

    1°: 1.234,5 - 500 = 734,5 x 0,0375 = 27,54375 -> 27,54. 2°: entro il plafond, 0,00.
    3°: 0,4 x 0,0375 = 0,015 -> 0,02. 4°: manca la lettura, e l'importo non c'è (non zero). Anno: non si può dire.
    """
    one = fee(model="consumo", unit="GB", unit_price="0.0375", included="500", period="quarterly")
    read = (
        reading(date(2027, 1, 1), "1234.5"),
        reading(date(2027, 4, 1), "480"),
        reading(date(2027, 7, 1), "500.4"),
    )
    found = _schedule(one, terms(date(2027, 1, 1), date(2027, 12, 31), readings=read))
    assert _nets(found) == ["27.54", "0.00", "0.02", "None"]
    assert found[3].missing == ("reading",)
    assert found[3].gross is None
    assert year_total(found, 2027).net is None
    assert str(year_total(found, 2027).known) == "33.62"  # (27,54 + 6,06) + (0,02 + 0,00)


def test_6_transactions() -> None:
    """Transazione: 0,15 per pagamento, senza plafond, ogni mese; 1.203 pagamenti in gennaio, 987 in febbraio.

    Gennaio: 1.203 x 0,15 = 180,45; IVA 22 % = 39,699 -> 39,70; lordo 220,15.
    Febbraio: 987 x 0,15 = 148,05; IVA = 32,571 -> 32,57; lordo 180,62.
    """
    one = fee(model="transazione", unit="pagamento", unit_price="0.15")
    read = (reading(date(2027, 1, 1), "1203"), reading(date(2027, 2, 1), "987"))
    found = _schedule(one, terms(date(2027, 1, 1), date(2027, 2, 28), readings=read))
    assert _nets(found) == ["180.45", "148.05"]
    assert _gross(found) == ["220.15", "180.62"]


def test_7_aggio_on_what_was_collected() -> None:
    """Aggio del 4,25 % sul riscosso, ogni quattro mesi; riscossi 12.345,67, 8.000,01 e 0,00.

    12.345,67 x 4,25 % = 524,690975 -> 524,69. 8.000,01 x 4,25 % = 340,000425 -> 340,00. Nulla di riscosso: 0,00.
    """
    one = fee(model="aggio", percent="4.25", period="four_monthly")
    read = (
        reading(date(2027, 1, 1), "12345.67"),
        reading(date(2027, 5, 1), "8000.01"),
        reading(date(2027, 9, 1), "0"),
    )
    found = _schedule(one, terms(date(2027, 1, 1), date(2027, 12, 31), readings=read))
    assert _nets(found) == ["524.69", "340.00", "0.00"]


def test_8_project_paid_once() -> None:
    """Progetto: 4.880,33 una volta, il 20/5/2027 (collaudo), IVA 22 %, a 60 giorni.

    IVA: 4.880,33 x 22 % = 1.073,6726 -> 1.073,67; lordo 5.954,00. Scadenza: 20/5 + 60 giorni = 19/7/2027.
    """
    one = fee(model="progetto", amount="4880.33", period="once", starts_on=date(2027, 5, 20), due_days=60)
    found = _schedule(one, terms(date(2027, 1, 1), date(2031, 12, 31)))
    assert _nets(found) == ["4880.33"]
    assert (str(found[0].vat), str(found[0].gross)) == ("1073.67", "5954.00")
    assert (found[0].starts_on, found[0].ends_on, found[0].due_on) == (
        date(2027, 5, 20),
        date(2027, 5, 20),
        date(2027, 7, 19),
    )


def test_9_first_year_free() -> None:
    """Quota di adesione di 500,00 l'anno, semestrale, dal 1/10/2026; gratuita fino al 30/9/2027; senza IVA (0 %).

    Primo anno: due rate a 0,00. Poi 250,00 ciascuna. Anno 2027: 0,00.
    """
    one = fee(
        model="quota_adesione", amount="500", period="half_yearly", free_until=date(2027, 9, 30), vat_rate="0",
        vat_note="fuori campo", is_split=False,
    )  # fmt: skip
    found = _schedule(one, terms(date(2026, 10, 1), date(2028, 9, 30)))
    assert _nets(found) == ["0.00", "0.00", "250.00", "250.00"]
    assert [one.is_free for one in found] == [True, True, False, False]
    assert _gross(found) == ["0.00", "0.00", "250.00", "250.00"]
    assert str(year_total(found, 2027).gross) == "0.00"


def test_10_step_up_after_the_funded_first_year() -> None:
    """Canone di 1.830,00 l'anno, trimestrale, dal 1/2/2027; il contributo paga fino al 31/1/2028.

    Ogni rata 457,50, IVA 100,65, lordo 558,15. Le prime quattro le paga il contributo; dal 1/2/2028 il bilancio.
    Un altro contratto: il contributo paga fino al 31/12/2027, dentro la quarta rata (1/11/2027-31/1/2028, 92 giorni):
    61 giorni finanziati 457,50 x 61/92 = 303,3423..; con i tre trimestri 1.675,8423 -> 1.675,84: 303,34; gli altri 31
    giorni completano l'anno: 1.830,00 - 1.675,84 = 154,16.
    """
    one = fee(amount="1830", period="quarterly", funded_until=date(2028, 1, 31))
    found = _schedule(one, terms(date(2027, 2, 1), date(2029, 1, 31)))
    assert _nets(found) == ["457.50"] * 8
    assert [one.is_funded for one in found] == [True] * 4 + [False] * 4
    assert [step.code for step in found[4].working if step.code == "step_up"] == ["step_up"]
    total = year_total(found, 2028)
    assert (str(total.gross), str(total.funded), str(total.on_budget)) == ("2232.60", "558.15", "1674.45")

    other = fee(amount="1830", period="quarterly", funded_until=date(2027, 12, 31))
    found = _schedule(other, terms(date(2027, 2, 1), date(2028, 1, 31)))
    assert _nets(found) == ["457.50", "457.50", "457.50", "303.34", "154.16"]
    assert [one.is_funded for one in found] == [True] * 4 + [False]


def test_11_suspension() -> None:
    """Canone di 1.200,00 l'anno, mensile, nel 2027; il servizio è sospeso dal 20/4 al 10/6 e poi dal 1/12, senza fine.

    Aprile: 100,00 x 19/30 = 63,3333.. ; in tutto 363,3333 -> 363,33: 63,33. Maggio: 0 giorni su 31: 0,00.
    Giugno: 20 giorni di 30: 66,6666..; in tutto 430,00: 66,67. Da luglio a novembre 100,00. Dicembre 0,00.
    Anno: 300,00 + 63,33 + 0,00 + 66,67 + 500,00 + 0,00 = 930,00.
    """
    of = terms(
        date(2027, 1, 1),
        date(2027, 12, 31),
        suspensions=(suspension(date(2027, 4, 20), date(2027, 6, 10)), suspension(date(2027, 12, 1), None)),
    )
    found = _schedule(fee(amount="1200"), of)
    assert _nets(found) == [*["100.00"] * 3, "63.33", "0.00", "66.67", *["100.00"] * 5, "0.00"]
    assert str(year_total(found, 2027).net) == "930.00"


def test_12_indexation_with_threshold_and_cap() -> None:
    """Canone di 10.000,00 l'anno, annuale, dal 1/1/2025; FOI, base dicembre 2024, mese di riferimento due mesi prima.

    Dal 1/1/2026: quota 75 %, soglia 2 % (solo l'eccedenza), massimo 3 %. Indici: base 120,0; novembre 2025 121,8;
    novembre 2026 125,4; novembre 2027 130,8; novembre 2028 non ancora pubblicato.
    2025: 10.000,00. 2026: 121,8/120 = +1,5 %, non supera la soglia: 10.000,00. 2027: 125,4/120 = +4,5 %: eccedono
    2,5 %, per il 75 % = 1,875 %: 10.187,50. 2028: 130,8/120 = +9 %: eccedono 7 %, per il 75 % = 5,25 %, oltre il
    massimo del 3 %: 10.300,00. 2029: l'indice manca: resta 10.300,00, e si dice che manca.
    """
    one = fee(
        amount="10000", period="yearly", index_name="FOI", index_base=date(2024, 12, 1), index_lag=2,
        index_share="75", index_threshold="2", index_threshold_kind="excess", index_cap="3",
        index_first_on=date(2026, 1, 1),
    )  # fmt: skip
    values = (
        index(date(2024, 12, 1), "120.0"),
        index(date(2025, 11, 1), "121.8"),
        index(date(2026, 11, 1), "125.4"),
        index(date(2027, 11, 1), "130.8"),
    )
    found = _schedule(one, terms(date(2025, 1, 1), date(2029, 12, 31), index_values=values))
    assert _nets(found) == ["10000.00", "10000.00", "10187.50", "10300.00", "10300.00"]
    assert [one.missing for one in found] == [(), (), (), (), ("index",)]


def test_13_the_29_of_february() -> None:
    """Canone di 366,00 l'anno, annuale, dal 29/2/2028 al 28/2/2033; e uno mensile dal 31/1/2028.

    Un anno dal 29/2/2028 finisce il 28/2/2029, il seguente comincia il 1/3/2029; nel 2032 di nuovo il 29/2.
    I mesi dal 31/1/2028: 31/1-29/2 (febbraio non ha il 30), 1/3-30/3, 31/3-30/4, 1/5-30/5.
    """
    found = _schedule(fee(amount="366", period="yearly"), terms(date(2028, 2, 29), date(2033, 2, 28)))
    assert _spans(found) == [
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2029, 3, 1), date(2030, 2, 28)),
        (date(2030, 3, 1), date(2031, 2, 28)),
        (date(2031, 3, 1), date(2032, 2, 28)),
        (date(2032, 2, 29), date(2033, 2, 28)),
    ]
    assert _nets(found) == ["366.00"] * 5
    monthly = _schedule(fee(amount="1200"), terms(date(2028, 1, 31), date(2028, 5, 30)))
    assert _spans(monthly) == [
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2028, 3, 30)),
        (date(2028, 3, 31), date(2028, 4, 30)),
        (date(2028, 5, 1), date(2028, 5, 30)),
    ]
    leap = _schedule(fee(amount="366", period="yearly", is_calendar=True), terms(date(2028, 2, 29), date(2028, 12, 31)))
    # dal 29/2 al 31/12 sono 307 giorni di 366: 366,00 x 307/366 = 307,00
    assert _nets(leap) == ["307.00"]


def test_14_vat_and_split_payment() -> None:
    """Due rate semestrali di 617,25 (1.234,50 l'anno), IVA 22 %: 135,795 -> 135,80; totale 753,05.

    Con la scissione al fornitore va l'imponibile, 617,25, e all'Erario 135,80; il costo è lo stesso. Senza aliquota
    l'imponibile si dice, IVA e totale no. Con aliquota 0 il totale è l'imponibile.
    """
    of = terms(date(2027, 1, 1), date(2027, 12, 31))
    found = _schedule(fee(amount="1234.50", period="half_yearly"), of)
    assert [(str(one.net), str(one.vat), str(one.gross)) for one in found] == [("617.25", "135.80", "753.05")] * 2
    assert [step.code for step in found[0].working][-2:] == ["vat", "split"]
    plain = _schedule(fee(amount="1234.50", period="half_yearly", is_split=False), of)
    assert [step.code for step in plain[0].working][-2:] == ["vat", "gross"]
    unstated = _schedule(fee(amount="1234.50", period="half_yearly", vat_rate=None), of)
    assert [(one.net, one.vat, one.gross, one.missing) for one in unstated] == [
        (Decimal("617.25"), None, None, ("vat",))
    ] * 2
    none = _schedule(fee(amount="1234.50", period="half_yearly", vat_rate="0"), of)
    assert _gross(none) == ["617.25", "617.25"]


def test_15_whole_months_and_incomplete_periods_in_full() -> None:
    """Canone di 1.200,00 l'anno, trimestrale sul calendario, dal 17/2/2027 al 20/8/2027.

    A mesi interi: del primo trimestre conta solo marzo, 100,00; il secondo 300,00; del terzo conta luglio, 100,00.
    Per intero: tre rate da 300,00. La quota inclusa non ha rate.
    """
    of = terms(date(2027, 2, 17), date(2027, 8, 20))
    months = fee(amount="1200", period="quarterly", is_calendar=True, pro_rata="months")
    assert _nets(_schedule(months, of)) == ["100.00", "300.00", "100.00"]
    full = fee(amount="1200", period="quarterly", is_calendar=True, pro_rata="full")
    assert _nets(_schedule(full, of)) == ["300.00"] * 3
    assert _schedule(fee(model="quota_inclusa", amount="1200"), of) == ()


def test_16_what_is_missing_is_said() -> None:
    """Senza inizio nessuna rata; senza fine fino al giorno chiesto; senza importo nessuna cifra."""
    assert _schedule(fee(amount="1200"), terms(None, None)) == ()
    open_end = _schedule(fee(amount="1200", period="yearly"), terms(date(2027, 1, 1), None), date(2029, 6, 30))
    assert _nets(open_end) == ["1200.00"] * 3
    nothing = _schedule(fee(period="yearly"), terms(date(2027, 1, 1), date(2027, 12, 31)))
    assert [(one.net, one.missing) for one in nothing] == [(None, ("amount",))]
