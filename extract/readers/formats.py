"""temporary"""

from enum import StrEnum
from extract.readers.protocol import *


class Format(StrEnum):
    PLAIN = "plain"
    UNKNOWN = "unknown"


def format_of(data, name):
    return Format.UNKNOWN if b"\0" in data[:8192] else Format.PLAIN


def _plain(data, name, limits):
    try:
        return FileText(data.decode("utf-8"), "plain")
    except UnicodeDecodeError as e:
        raise UnreadableFileError(Reason.NOT_TEXT, byte=str(e.start))


def reader_of(kind):
    return _plain
