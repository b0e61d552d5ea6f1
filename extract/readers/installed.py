"""Whether what a file waited for is there by now."""

from importlib import import_module
from importlib.util import find_spec
from typing import Final

from extract.readers.protocol import MissingProgramError

_PROGRAMS: Final = {
    "libreoffice-writer": ("extract.readers.office", "program"),
    "tesseract-ocr-vie": ("extract.readers.ocr.tesseract", "vietnamese_program"),
}
"""Programs by what is to be installed, and the function that looks for each."""


def is_installed(name: str) -> bool:
    """Tell whether a program or a library of Python, as readers name it, is installed.

    >>> is_installed("json"), is_installed("no-such-library")
    (True, False)
    """
    if name not in _PROGRAMS:
        return name.isidentifier() and find_spec(name) is not None
    module, function = _PROGRAMS[name]
    try:
        getattr(import_module(module), function)()
    except MissingProgramError:
        return False
    except ModuleNotFoundError:  # it waits for a library as well, and reading it will say so
        return True
    return True
