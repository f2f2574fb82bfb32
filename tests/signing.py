# SPDX-License-Identifier: EUPL-1.2
"""Signed files for tests, by a throw-away authority.

`sign_pdf(pdf)`, `sign_p7m(content)`, `stamp(pdf)` and `rewrite(pdf)` are all that most tests need; the parts of an
envelope are in `tests.signing_cms`.
"""

import io
from datetime import datetime
from typing import Any, Literal

import pypdf
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigAppearanceSetup, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import PdfSignedData
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle
from reportlab.pdfgen.canvas import Canvas

from tests.signing_cms import (
    MAYOR,
    MAYOR_CODE,
    SIGNED_AT,
    Identity,
    authority,
    certify,
    make_time_stamp,
    person,
    sign_p7m,
    signed_data,
    signer_info,
)

__all__ = [
    "MAYOR",
    "MAYOR_CODE",
    "SIGNED_AT",
    "Identity",
    "add_evidence",
    "authority",
    "certify",
    "make_pdf",
    "person",
    "rewrite",
    "sign_p7m",
    "sign_pdf",
    "stamp",
    "stamp_time",
]

_BOX = (50, 50, 250, 110)


def sign_pdf(
    pdf: bytes,
    who: Identity | None = None,
    *,
    field: str = "Firma1",
    signed_at: datetime | None = SIGNED_AT,
    is_visible: bool = False,
    certifies: MDPPerm | None = None,
    sub_filter: SigSeedSubFilter = SigSeedSubFilter.PADES,
    **how: Any,  # noqa: ANN401 - as signer_info has it
) -> bytes:
    """The PDF signed inside (PAdES), by the mayor or by someone else, behind what it was."""
    signer = who or person()
    inside = {"content_type": "data"}
    told = None if sub_filter is SigSeedSubFilter.PADES else signed_at

    def sign(covered: bytes) -> bytes:
        return signed_data([signer_info(covered, signer, signed_at=told, **how)], (signer,), inside)

    name = signer.certificate.subject.rfc4514_string()
    placeholder = PdfSignedData(generic.pdf_name("/Sig"), sub_filter, signed_at, bytes_reserved=16384)
    shown = SigAppearanceSetup(TextStampStyle(stamp_text="Firmato"), signed_at or SIGNED_AT, name)
    setup = SigObjSetup(
        sig_placeholder=placeholder,
        mdp_setup=SigMDPSetup("sha256", certify=bool(certifies), docmdp_perms=certifies),
        appearance_setup=shown if is_visible else None,
    )
    return _embed(pdf, field, setup, sign, _BOX if is_visible else None)


def make_pdf(text: str = "Domanda di adesione", pages: int = 1) -> bytes:
    """A document as the program gives it out: the same words give the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setTitle(text)
    for page in range(pages):
        canvas.drawString(72, 760, f"{text}, pagina {page + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def stamp_time(pdf: bytes, moment: datetime, field: str = "Marca1") -> bytes:
    """The PDF with a time stamp over all of it."""
    kind = SigSeedSubFilter.ETSI_RFC3161
    placeholder = PdfSignedData(generic.pdf_name("/DocTimeStamp"), kind, bytes_reserved=16384)
    return _embed(pdf, field, SigObjSetup(placeholder), lambda covered: make_time_stamp(covered, moment))


def add_evidence(signed: bytes) -> bytes:
    """The signed PDF with the certificates that its check needs, as archives add them later."""
    output = io.BytesIO(signed)
    certificate = asn1_x509.Certificate.load(authority().der)
    DocumentSecurityStore.add_dss(output, None, certs=[certificate])
    return output.getvalue()


def stamp(pdf: bytes, text: str = "Prot. 1234 del 3/11/2026", kind: Literal["content", "note"] = "content") -> bytes:
    """The PDF with a protocol stamp on its first page, drawn or pinned on, saved behind what it was."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page_ref, _resources = writer.find_page_for_modification(0)
    if kind == "content":
        drawn = generic.StreamObject(stream_data=f"BT /F1 12 Tf 60 800 Td ({text}) Tj ET".encode("latin-1"))
        writer.add_stream_to_page(0, writer.add_object(drawn))
    else:
        note = generic.DictionaryObject({
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, _BOX)),
            generic.pdf_name("/Contents"): generic.pdf_string(text),
        })  # fmt: skip
        page = page_ref.get_object()
        page[generic.pdf_name("/Annots")] = generic.ArrayObject([*page.get("/Annots", []), writer.add_object(note)])
        writer.update_container(page)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def rewrite(pdf: bytes, text: str = "") -> bytes:
    """The PDF as a program saves it that reads it and writes it anew, with a stamp if there is a text."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    if text:
        writer.add_metadata({"/Subject": text})
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _embed(pdf: bytes, field: str, setup: SigObjSetup, sign: Any, box: Any = None) -> bytes:  # noqa: ANN401 - pyHanko has no types
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    steps = PdfCMSEmbedder(new_field_spec=SigFieldSpec(field, box=box)).write_cms(field_name=field, writer=writer)
    next(steps)
    steps.send(setup)
    prepared, output = steps.send(SigIOSetup(md_algorithm="sha256", in_place=False))
    content = output.getvalue()
    steps.send(sign(content[: prepared.reserved_region_start] + content[prepared.reserved_region_end :]))
    return bytes(output.getvalue())
