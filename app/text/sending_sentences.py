# SPDX-License-Identifier: EUPL-1.2
"""What drafts, sending, receipts and answers refuse and why: what happened, what was kept, what to do."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


SENDING_SENTENCES: dict[str, str] = {
    "accession.step_without_act": _n(
        "Questo passo non porta un atto nel registro. Nulla è stato registrato. "
        "Le date dell'atto si scrivono con la proposta, la delibera o l'esecutività."
    ),
    "accession.neither_yes_nor_no": _n("«{text}» non è né sì né no. È rimasto ciò che c'era. Scrivi sì oppure no."),
}
