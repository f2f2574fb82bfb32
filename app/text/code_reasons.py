# SPDX-License-Identifier: EUPL-1.2
"""Why a code of the office (CUP, CIG, IPA, ISTAT, fiscal) is doubted, in words."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_REASONS = {
    "code.empty": _n("Il codice manca."),
    "cup.unusual": _n(
        "Ha la forma di un CUP, ma non quella solita dei progetti di un ente: confrontalo con il decreto."
    ),
    "cup.cancelled": _n("Nel file è segnato come cancellato."),
    "cup.other_signs": _n("Contiene segni che un CUP non ha: solo lettere e cifre."),
    "cup.length": _n("Un CUP ha 15 caratteri."),
    "cup.confused_signs": _n("Forse una lettera O sta al posto di uno zero, o una I al posto di un uno."),
    "cup.form": _n("Un CUP è fatto di una lettera, due cifre, una lettera e undici cifre."),
    "cig.zeros": _n("Un CIG non è fatto di soli zeri."),
    "cig.check_number": _n("Le cifre di controllo non tornano: può esserci un errore di battitura."),
    "cig.form": _n("Non ha la forma di un CIG."),
    "cig.length": _n("Un CIG ha 10 caratteri."),
    "smart_cig.form": _n("Non ha la forma di uno SmartCIG."),
    "smart_cig.unusual": _n("È uno SmartCIG insolito: di solito comincia con X, Y o Z."),
    "istat.zeros_missing": _n("Mancano gli zeri davanti: il codice ISTAT di un comune ha sei cifre."),
    "istat.form": _n("Il codice ISTAT di un comune ha sei cifre."),
    "istat.province": _n("Le prime tre cifre non sono quelle di una provincia."),
    "belfiore.form": _n("Il codice catastale è fatto di una lettera e tre cifre."),
    "ipa.form": _n("Il codice IPA contiene segni che non può avere."),
    "ipa.unusual": _n("Il codice IPA di un comune di solito è c_ con il codice catastale."),
    "fiscal_code.form": _n("Il codice fiscale di un ente ha solo cifre."),
    "fiscal_code.length": _n("Il codice fiscale di un ente ha 11 cifre."),
    "fiscal_code.check_digit": _n("La cifra di controllo non torna: può esserci un errore di battitura."),
    "fiscal_code.office": _n("Le cifre dell'ufficio sono insolite: confrontale con un documento dell'ente."),
}


def code_reason(reason: str) -> str:
    """The words for the reason of a `CodeCheck`; nothing where there is no doubt."""
    return _(_REASONS[reason]) if reason else ""
