# SPDX-License-Identifier: EUPL-1.2
"""Answers of a centre to a request that was sent, signed by a throw-away key."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.actions.accessions import show_accession
from app.domain.accessions import AccessionId
from app.domain.exchange import (
    AgreementTerm,
    AnswerData,
    AnswerDocument,
    AnsweringCentre,
    Outcome,
    ProtocolNumber,
    ServiceAnswer,
)
from app.formats.exchange import write_answer
from app.formats.signing_keys import SigningKey, new_key
from app.store import Store
from tests.accessions import ANSWERED, ENDS, REGISTERED, STARTS

ISSUED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
AGREEMENT = b"%PDF-1.7 convenzione\n%%EOF\n"


class PlayedCentre:
    """The centre of a procedure: it answers what it is told to, with the next number."""

    def __init__(self, store: Store, accession_id: AccessionId, folder: Path, key: SigningKey | None = None) -> None:
        self.key = key or new_key()
        self._store = store
        self._accession_id = accession_id
        self._folder = folder
        self._sequence = 0

    def data(self, outcome: Outcome, **changes: Any) -> AnswerData:  # noqa: ANN401 - fields of AnswerData
        """An answer to what was sent last."""
        accession = show_accession(self._store, self._accession_id).accession
        self._sequence += 1
        answer = AnswerData(
            reference=accession.reference,
            revision=accession.revision,
            request_sha256=accession.package_sha256,
            sequence=self._sequence,
            issued_at=ISSUED,
            centre=AnsweringCentre(accession.centre_code, accession.centre_name),
            outcome=outcome,
            on=ANSWERED,
            protocol=ProtocolNumber("88110", REGISTERED),
            text="Manca la delega" if outcome in ("additions", "rejection_notice", "rejected") else "",
            answer_by=None,
            agreement=None,
            services=(),
            documents=(),
        )
        return replace(answer, **changes)

    def answer(self, outcome: Outcome, files: dict[str, bytes] | None = None, **changes: Any) -> Path:  # noqa: ANN401 - fields
        """The file of an answer."""
        return self.write(self.data(outcome, **changes), files)

    def countersign(self, **changes: Any) -> Path:  # noqa: ANN401 - fields of AnswerData
        """The countersigned agreement, with its term."""
        sha256 = hashlib.sha256(AGREEMENT).hexdigest()
        name = "documents/001-convenzione.pdf"
        document = AnswerDocument(name, "countersigned", "convenzione.pdf", sha256, len(AGREEMENT))
        told = {"agreement": AgreementTerm(STARTS, ENDS), "documents": (document,), **changes}
        return self.answer("countersigned", {name: AGREEMENT}, **told)

    def write(self, data: AnswerData, files: dict[str, bytes] | None = None) -> Path:
        """Any answer, signed and written."""
        file = self._folder / f"risposta-{data.sequence}.zip"
        file.write_bytes(write_answer(data, files or {}, self.key))
        return file

    @property
    def fingerprint(self) -> str:
        """What the clerk compares by telephone."""
        return self.key.public.fingerprint


def grant(*codes: str, refused: tuple[str, ...] = ()) -> tuple[ServiceAnswer, ...]:
    """What the centre says of each service."""
    return tuple(ServiceAnswer(code, code not in refused, "") for code in (*codes, *refused))
