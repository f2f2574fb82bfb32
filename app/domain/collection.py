# SPDX-License-Identifier: EUPL-1.2
"""The requests that a centre has received: what is wrong in each, and which of them count."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.codes import check_cup
from app.domain.dates import to_rome
from app.domain.exchange import EnclosedDocument, RequestData, StatedAct
from app.domain.folding import fold
from app.domain.terms import REQUEST_AGE

_KEY_ACT, _KEY_DOCUMENT = "resolution", "request"


class Standing(StrEnum):
    """Whether a package counts."""

    SOUND = "sound"
    TO_CHECK = "to_check"  # it counts, and something in it does not fit
    SUPERSEDED = "superseded"  # a later revision of the same request is there
    DUPLICATE = "duplicate"  # the same package is there twice
    BROKEN = "broken"  # nothing of it is read


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not fit; `service` is the code where it concerns one service only."""

    code: str
    service: str = ""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Received:
    """A whole package as it was found in the folder."""

    file: str
    manifest_sha256: str
    request: RequestData


@dataclass(frozen=True, slots=True)
class Judged:
    """A package with what was found."""

    received: Received
    standing: Standing
    flaws: tuple[Flaw, ...]


def judge_all(packages: Sequence[Received]) -> tuple[Judged, ...]:
    """Every package, in the order given; of two equal ones the first counts.

    A request is the same only for the same comune: nobody supersedes the request of another by using its reference.
    """
    first: dict[str, str] = {}
    latest: dict[tuple[str, str], int] = defaultdict(int)
    bodies: dict[str, set[str]] = defaultdict(set)
    versions: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for package in packages:
        request = package.request
        first.setdefault(package.manifest_sha256, package.file)
        latest[_request_of(package)] = max(latest[_request_of(package)], request.revision)
        bodies[request.reference].add(request.body.istat)
        versions[(*_request_of(package), request.revision)].add(package.manifest_sha256)

    def judge(package: Received) -> Judged:
        request = package.request
        flaws = list(find_flaws(request))
        if len(bodies[request.reference]) > 1:
            flaws.append(Flaw("reference_of_two_bodies"))
        if len(versions[(*_request_of(package), request.revision)]) > 1:
            flaws.append(Flaw("two_versions"))
        if first[package.manifest_sha256] != package.file:
            flaw = Flaw("same_package", params={"file": first[package.manifest_sha256]})
            return Judged(package, Standing.DUPLICATE, (flaw,))
        last = latest[_request_of(package)]
        if request.revision < last:
            return Judged(package, Standing.SUPERSEDED, (Flaw("later_revision", params={"revision": last}),))
        return Judged(package, Standing.TO_CHECK if flaws else Standing.SOUND, tuple(flaws))

    return tuple(judge(package) for package in packages)


def find_flaws(request: RequestData) -> tuple[Flaw, ...]:
    """What would have a whole package refused all the same (concessions.md 2.3), in the order of a reader."""
    return tuple(flaw for check in _CHECKS for flaw in check(request))


def key_act(request: RequestData) -> StatedAct | None:
    """The resolution on which a request stands: the last one, for a corrected request may name the one before too."""
    return next((act for act in reversed(request.acts) if act.kind == _KEY_ACT), None)


def _request_of(package: Received) -> tuple[str, str]:
    return package.request.reference, package.request.body.istat


def _services(request: RequestData) -> Iterator[Flaw]:
    if not request.services and request.kind != "withdrawal":
        yield Flaw("no_service")
    for service in request.services:
        if service.cup and not check_cup(service.cup).is_well_formed:
            yield Flaw("cup_wrong", service.code, {"cup": service.cup})


def _people(request: RequestData) -> Iterator[Flaw]:
    if not request.signer.name:
        yield Flaw("no_signer")
    if request.signer.is_delegate and not _documents(request, "delegation"):
        yield Flaw("no_delegation", params={"name": request.signer.name})
    if not request.contact.email and not request.contact.phone and not request.body.pec:
        yield Flaw("no_contact")


def _act(request: RequestData) -> Iterator[Flaw]:
    act = key_act(request)
    if act is None:
        yield Flaw("no_act")
        return
    made_on = _made_on(request)
    if not act.number:
        yield Flaw("act_without_number")
    if act.on > made_on:
        yield Flaw("act_after_request", params={"on": act.on, "made_on": made_on})
    if act.published_on is None:
        yield Flaw("act_not_published")
    elif act.published_on < act.on:
        yield Flaw("published_before_act", params={"on": act.published_on})
    if act.enforceable_on is None:
        yield Flaw("enforceability_unknown")
    elif act.enforceable_on > made_on:
        yield Flaw("act_not_enforceable", params={"on": act.enforceable_on, "made_on": made_on})
    elif act.enforceable_on < act.on:
        yield Flaw("enforceable_before_act", params={"on": act.enforceable_on})


def _signature(request: RequestData) -> Iterator[Flaw]:
    files = _documents(request, _KEY_DOCUMENT)
    if not files:
        yield Flaw("no_signed_request")
        return
    signers = [signer for document in files for signer in document.signed_by]
    if not signers:
        yield Flaw("request_not_signed")
        return
    wanted = set(fold(request.signer.name).split())
    if wanted and not any(set(fold(signer.name).split()) == wanted for signer in signers):
        names = ", ".join(signer.name for signer in signers)
        yield Flaw("other_signer", params={"found": names, "name": request.signer.name})
    act = key_act(request)
    days = [to_rome(signer.signed_at).date() for signer in signers if signer.signed_at]
    if days and act and act.enforceable_on and min(days) < act.enforceable_on:
        yield Flaw("signed_before_enforceable", params={"on": min(days), "enforceable_on": act.enforceable_on})
    if days and _made_on(request) - min(days) > timedelta(days=REQUEST_AGE.days):
        yield Flaw("signature_old", params={"on": min(days), "days": REQUEST_AGE.days})


def _documents(request: RequestData, kind: str) -> list[EnclosedDocument]:
    return [document for document in request.documents if document.kind == kind]


def _made_on(request: RequestData) -> date:
    return to_rome(request.created_at).date()


_CHECKS: tuple[Callable[[RequestData], Iterator[Flaw]], ...] = (_services, _people, _act, _signature)
