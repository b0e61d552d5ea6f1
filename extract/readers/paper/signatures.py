"""Who signed a PDF electronically, and when: from the certificates that lie in it.

Nothing is verified: names and times are what the file says of itself.
"""

import ctypes
import re
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from asn1crypto import cms

from extract.text.source import Signature

_MOST = 100
_LARGEST = 2_000_000
_TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?)?")
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What a certificate raises that is none."""


def signatures_of(pdf: pypdfium2.PdfDocument) -> tuple[Signature, ...]:
    """Return the signatures of a file in its order, each name and time once."""
    return tuple(dict.fromkeys(_signatures(pdf)))


def _signatures(pdf: pypdfium2.PdfDocument) -> Iterator[Signature]:
    for index in range(min(pdfium.FPDF_GetSignatureCount(pdf), _MOST)):
        signature = pdfium.FPDF_GetSignatureObject(pdf, index)
        if not signature:
            continue
        said = _bytes(pdfium.FPDFSignatureObj_GetTime, signature).rstrip(b"\0")
        name = signer(_bytes(pdfium.FPDFSignatureObj_GetContents, signature))
        if name:
            yield Signature(name, day_and_time(said.decode("ascii", "replace")))


def _bytes(getter: Callable[..., int], signature: object) -> bytes:
    size = getter(signature, None, 0)
    if not 0 < size <= _LARGEST:
        return b""
    buffer = ctypes.create_string_buffer(size)
    getter(signature, buffer, size)
    return buffer.raw


def signer(contents: bytes) -> str:
    """Return the name in the certificate that signed, empty where there is none to be read.

    >>> signer(b"no certificate")
    ''
    """
    try:
        signed = cms.ContentInfo.load(contents)["content"]
        number = signed["signer_infos"][0]["sid"].chosen["serial_number"].native
        for choice in signed["certificates"]:
            certificate = choice.chosen
            if certificate.serial_number == number:
                name = certificate.subject.native.get("common_name", "")
                return " ".join(name.split()) if isinstance(name, str) else ""
    except _BROKEN:
        return ""
    return ""


def day_and_time(said: str) -> str:
    """Return a time as PDF writes it in ISO form, empty where it is none.

    >>> day_and_time("D:20260429144832+07'00'")
    '2026-04-29T14:48:32+07:00'
    """
    found = _TIME.match(said)
    if not found:
        return ""
    year, month, day, hour, minute, second, utc, zone, zone_minutes = found.groups()
    if not hour:
        return f"{year}-{month}-{day}"
    told = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}"
    return told + ("Z" if utc else f"{zone}:{zone_minutes or '00'}" if zone else "")
