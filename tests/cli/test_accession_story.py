# SPDX-License-Identifier: EUPL-1.2
"""From the choice of a centre to the active membership by words alone, in packages exchanged with a folder.

Two programs never meet: what the comune gives out is copied to the folder of the centre, and the answers back.
"""

import csv
import hashlib
import io
import json
import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Answer, Say
from tests.pec import receipt
from tests.signing import person, sign_pdf, stamp

CENTRE, CENTRE_PEC, MAYOR = "CIT-BRESCIA", "cit@pec.provincia.example", "Maria Bianchi"
SERVICES = ("BAS-01", "BAS-04", "BAS-05")
AGREEMENT = b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n"


def ago(days: int) -> str:
    """A day before today, as a word of the command line."""
    return (datetime.now(UTC).date() - timedelta(days=days)).isoformat()


def signed(pdf: bytes, days: int) -> bytes:
    """The PDF signed by the mayor so many days ago."""
    at = datetime.combine(date.fromisoformat(ago(days)), time(9, 30), UTC)
    return sign_pdf(pdf, person(MAYOR, years=(at.year - 1, at.year + 2)), signed_at=at)


class Story:
    """The comune with its words, the folder of the centre with its key."""

    def __init__(self, say: Say, folder: Path) -> None:
        self._say = say
        self.ours, self.theirs = folder / "comune", folder / "centro"
        self.inbox, self.answers = self.theirs / "richieste", self.theirs / "risposte"
        for place in (self.ours, self.inbox, self.answers):
            place.mkdir(parents=True)

    def __call__(self, *words: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Say words that must be done; gives the answer."""
        answer = self.try_to(*words)
        assert answer.status == 0, answer.err
        return answer.json

    def try_to(self, *words: object) -> Answer:
        """Say words that may be refused."""
        return self._say("--json", *words)

    def file(self, name: str, content: bytes) -> Path:
        """A file on the desk of the comune."""
        (self.ours / name).write_bytes(content)
        return self.ours / name

    def send(self, number: str) -> Path:
        """Give out the package that is due and bring it to the centre."""
        package = self.ours / f"{number}.zip"
        self("accession", "export", 1, package)
        return Path(shutil.copy(package, self.inbox))

    def answer(self, package: Path, outcome: str, *words: object) -> Path:
        """Let the centre answer, and bring the answer to the comune."""
        output = self.answers / f"{outcome}.zip"
        key = self.theirs / "chiave" / "campanile.key"
        self("publish", "answer", package, "--key", key, "--outcome", outcome, "--output", output, *words)
        return Path(shutil.copy(output, self.ours))

    def state(self) -> str:
        """Where the procedure stands."""
        return str(self("accession", "show", 1)["state"])


@pytest.fixture
def story(say: Say, tmp_path: Path) -> Story:
    return Story(say, tmp_path)


def prepare(story: Story) -> None:
    """The office, the choice, the acts: a draft that becomes enforceable."""
    story("comune", "set", "017197")
    story("comune", "correct", "pec=protocollo@pec.comune.example", "fiscal_code=00000000000")
    story("comune", "person", "mayor", MAYOR, "--since", ago(400))
    story("comune", "person", "rup", "Carla Verdi", "--email", "rup@comune.example")
    opened = story("accession", "new", CENTRE, *(word for code in SERVICES for word in ("--service", code)))
    assert [service["code"] for service in opened["services"]] == list(SERVICES)
    story(
        "accession", "service", 1, "BAS-04", "--quantity", 4, "--unit", "caselle", "--yearly", "120,00",
        "--act", "Delibera C.P. 40/2025",
    )  # fmt: skip
    story("accession", "set", 1, f"centre_pec={CENTRE_PEC}", "purpose=Gestire insieme i servizi digitali")
    story("accession", "draft", 1, "proposta_delibera_consiglio", "--output", story.ours / "proposta.odt")
    opinions = ("--technical-opinion-on", ago(50), "--accounting-opinion-on", ago(50))
    story("accession", "record", 1, "propose", "--on", ago(50), *opinions)
    act = story.file("delibera.pdf", AGREEMENT + b"% delibera\n")
    story("accession", "record", 1, "resolve", "--on", ago(40), "--number", "31", "--file", act)
    assert story.try_to("accession", "record", 1, "enforce", "--on", ago(37), "--published-on", ago(38)).status == 1
    story("accession", "record", 1, "enforce", "--on", ago(20), "--published-on", ago(38))


def sign_and_send(story: Story) -> Path:
    """Only the file that was given out, signed and untouched, lets the request leave."""
    given = story("accession", "draft", 1, "domanda_adesione", "--output", story.ours / "domanda.pdf")
    pdf = (story.ours / "domanda.pdf").read_bytes()
    assert hashlib.sha256(pdf).hexdigest() == given["sha256"]
    unsigned = story.try_to("accession", "attach", 1, "signature", story.ours / "domanda.pdf")
    stamped = story.try_to("accession", "attach", 1, "signature", story.file("timbrata.pdf", stamp(signed(pdf, 6))))
    assert [(answer.status, answer.out) for answer in (unsigned, stamped)] == [(1, ""), (1, "")]
    assert story.try_to("accession", "record", 1, "sign", "--on", ago(6)).status == 1
    attached = story("accession", "attach", 1, "signature", story.file("firmata.pdf", signed(pdf, 6)))
    assert attached["match"] == "same"
    story("accession", "record", 1, "sign", "--on", ago(6))
    assert story.try_to("accession", "record", 1, "send", "--on", ago(5), "--number", "4512").status == 1
    assert story.try_to("accession", "check", 1).status == 0
    package = story.send("richiesta")
    subject = story("accession", "pec", 1)["subject"]
    story("accession", "record", 1, "send", "--on", ago(5), "--number", "4512/2026", "--number-on", ago(5))
    for kind in ("accettazione", "avvenuta-consegna"):
        told = story("accession", "receipt", 1, story.file(f"{kind}.eml", receipt(kind, subject, to=CENTRE_PEC)))
        assert (told["kind"], told["findings"]) == (kind, [])
    return package


def meet_the_centre(story: Story, package: Path) -> None:
    """The key is compared once; what is not an answer to us changes nothing."""
    key = story("publish", "keygen", story.theirs / "chiave", "--name", "Provincia di Brescia")
    registered = story.answer(package, "registered", "--on", ago(4), "--protocol", "88110")
    before = story("accession", "show", 1)
    for words in ((), ("--accept-key", "0000 0000")):
        assert story.try_to("accession", "receive", registered, *words).status == 1
    trial = story("accession", "receive", registered, "--dry-run")
    assert (trial["before"], trial["after"], trial["fingerprint"]) == ("sent", "under_review", key["fingerprint"])
    spoilt = bytearray(registered.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    tampered = story.file("alterata.zip", bytes(spoilt))
    assert story.try_to("accession", "receive", tampered, "--accept-key", key["fingerprint"]).status == 1
    assert story("accession", "show", 1) == before
    story("accession", "receive", registered, "--accept-key", key["fingerprint"])
    assert story.try_to("accession", "receive", registered).status == 1  # the same again
    assert story.state() == "under_review"


def supply_additions(story: Story, package: Path) -> Path:
    """What the centre asks for travels in a package of the next number."""
    asked = story.answer(package, "additions", "--on", ago(3), "--text", "Manca il parere", "--answer-by", ago(-20))
    story("accession", "receive", asked)
    (duty,) = story("accession", "show", 1)["duties"]
    assert (duty["key"], duty["on"]) == ("additions", ago(-20))
    story("accession", "attach", 1, "outcome", story.file("parere.pdf", AGREEMENT + b"% parere\n"), "--kind", "other")
    supplied = story.send("integrazioni")
    story("accession", "record", 1, "supply_additions", "--on", ago(2), "--number", "4600/2026")
    assert story.state() == "under_review"
    return supplied


def collect(story: Story) -> list[dict[str, str]]:
    """What the centre reads of all packages that came in."""
    table = story.theirs / "richieste.csv"
    table.unlink(missing_ok=True)
    story("publish", "collect", story.inbox, "--output", table)
    return list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig")), delimiter=";"))


def conclude(story: Story, package: Path) -> None:
    """Accepted, one service refused, then countersigned with its term."""
    accepted = story.answer(package, "accepted", "--on", ago(1), "--refuse", "BAS-05")
    story("accession", "receive", accepted)
    assert {one["code"]: one["answer"] for one in story("accession", "show", 1)["services"]} == {
        "BAS-01": "accepted",
        "BAS-04": "accepted",
        "BAS-05": "refused",
    }
    agreement = story.theirs / "convenzione.pdf"
    agreement.write_bytes(AGREEMENT)
    term = ("--starts-on", ago(0), "--ends-on", ago(-3650), "--attach", agreement)
    story("accession", "receive", story.answer(package, "countersigned", "--on", ago(0), *term))


def hashes_of(story: Story) -> set[str]:
    """The hashes of all documents, each compared with its bytes."""
    written = story("accession", "folder", 1, story.ours / "fascicolo")
    documents = {document["sha256"] for document in story("accession", "show", 1)["documents"]}
    files = [Path(written["path"]) / name for name in written["files"] if not name.startswith("000 ")]
    assert {hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == documents
    return documents


def test_an_accession_goes_from_draft_to_active_by_packages_alone(story: Story) -> None:
    prepare(story)
    package = sign_and_send(story)
    meet_the_centre(story, package)
    supplied = supply_additions(story, package)
    collected = {(row["Ente"], row["Codice"], row["Versione"], row["Esito"]) for row in collect(story)}
    assert collected == {
        ("Vestone", code, version, standing)
        for code in SERVICES
        for version, standing in (("1", "Superata"), ("2", "In regola"))
    }
    conclude(story, supplied)
    shown = story("accession", "show", 1)
    assert [step["to_state"] for step in shown["steps"]] == [
        "proposed", "resolved", "enforceable", "signed", "sent", "under_review", "additions", "under_review",
        "accepted", "active",
    ]  # fmt: skip
    assert (shown["starts_on"], shown["ends_on"], shown["answer_sequence"]) == (ago(0), ago(-3650), 4)
    kept = hashes_of(story)
    for name, file in (("richiesta", package), ("integrazioni", supplied)):
        assert hashlib.sha256(file.read_bytes()).hexdigest() in kept, name
    assert hashlib.sha256(AGREEMENT).hexdigest() in kept
    story("report", "receipt", 1, "--output", story.ours / "ricevuta.pdf")
    printed = "".join("".join(page.extract_text().split()) for page in PdfReader(story.ours / "ricevuta.pdf").pages)
    assert all(sha256 in printed for sha256 in kept)
    titles = json.dumps(story("history", "--limit", 100), ensure_ascii=False)
    for title in (
        "Adesione a CIT", "Proposta depositata", "Delibera approvata", "Delibera esecutiva", "Firma dell'ente",
        "Pacchetto pronto", "Richiesta inviata", "Risposta n. 1", "Risposta n. 2", "Integrazioni inviate",
        "Risposta n. 3", "Risposta n. 4",
    ):  # fmt: skip
        assert title in titles, title
