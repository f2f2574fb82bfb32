# SPDX-License-Identifier: EUPL-1.2
"""What a signed file is refused for and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


SIGNATURE_SENTENCES: dict[str, str] = {
    "signature.too_big": _n(
        "{name} è troppo grande per leggerne la firma (al massimo {limit} MB). Il file è rimasto com'era. "
        "Fai firmare un file più piccolo."
    ),
    "signature.unreadable": _n(
        "{name} è incompleto o non è un file firmato. Il file è rimasto com'era. "
        "Scaricalo di nuovo, o fattelo mandare un'altra volta."
    ),
    "signature.detached": _n(
        "Il file porta solo la firma: il documento firmato è rimasto fuori. Il file è rimasto com'era. "
        "Fai firmare di nuovo scegliendo la busta .p7m con il documento dentro."
    ),
    "signature.enciphered": _n(
        "Il file è cifrato per un destinatario, non firmato. Il file è rimasto com'era. Fattelo mandare in chiaro."
    ),
    "signature.stamped_file": _n(
        "Il file è una marca temporale (.tsd) che ne contiene un altro. Il file è rimasto com'era. "
        "Aprilo con il programma di firma, salva il file che contiene e aggiungi quello."
    ),
    "signature.no_signer": _n(
        "La busta non porta nessuna firma. Il file è rimasto com'era. Fai firmare il documento e aggiungilo di nuovo."
    ),
    "signature.too_many_signers": _n(
        "Il file porta troppe firme (al massimo {limit}). Il file è rimasto com'era. "
        "Controllalo con il programma di firma."
    ),
    "signature.too_deep": _n(
        "Il file è una busta dentro un'altra per più di {limit} volte. Il file è rimasto com'era. "
        "Aprilo con il programma di firma e aggiungi una delle buste che contiene."
    ),
    "signature.no_certificate": _n(
        "La firma non porta il certificato di chi ha firmato. Il file è rimasto com'era. "
        "Fai firmare di nuovo con un altro programma di firma."
    ),
    "signature.weak_algorithm": _n(
        "La firma usa {algorithm}, che non prova più nulla: due file diversi possono avere la stessa impronta. "
        "Il file è rimasto com'era. Fai firmare di nuovo con un programma aggiornato."
    ),
    "signature.unknown_algorithm": _n(
        "La firma è fatta in un modo che qui non si sa controllare. Il file è rimasto com'era. "
        "Controllala con il programma di firma, o fai firmare di nuovo."
    ),
    "signature.pdf_unreadable": _n(
        "{name} è un PDF firmato ma rovinato: la firma non si legge. Il file è rimasto com'era. "
        "Scaricalo di nuovo, o fattelo mandare un'altra volta."
    ),
    "signature.pdf_cut": _n(
        "{name} è un PDF a cui manca la fine. Il file è rimasto com'era. "
        "Scaricalo di nuovo, o fattelo mandare un'altra volta."
    ),
    "signature.pdf_lost": _n(
        "Nel PDF è rimasto solo il segno di una firma che è stata tolta. Il file è rimasto com'era. "
        "Aggiungi il file come è uscito dal programma di firma."
    ),
    "signature.pdf_enciphered": _n(
        "Il PDF è protetto da una password e la sua firma non si può controllare. Il file è rimasto com'era. "
        "Fai firmare il PDF senza password."
    ),
    "signature.pdf_unusual": _n(
        "Il PDF è stato salvato in un modo che non lascia capire che cosa c'era prima della firma. "
        "Il file è rimasto com'era. Fai firmare di nuovo il documento come è stato generato."
    ),
    "signature.pdf_old_kind": _n(
        "La firma nel PDF è di un tipo vecchio che qui non si sa controllare. Il file è rimasto com'era. "
        "Fai firmare di nuovo con un programma aggiornato, scegliendo PAdES."
    ),
    "signature.trusted_unreadable": _n(
        "L'elenco dei certificati delle autorità non si legge. Nulla è stato cambiato. "
        "Scegli un file di certificati (.pem, .cer, .crt o .p7b)."
    ),
}
