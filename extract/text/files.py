"""Reading a file: UTF-8 text, kept exactly as it is."""

from pathlib import Path

from extract.text.source import SourceText

_BINARY = "\x00"


class UnreadableTextError(Exception):
    """A file that holds no text that can be read; ``path`` and ``reason`` say which and why.

    >>> try:
    ...     load(Path("no-such-file.txt"))
    ... except UnreadableTextError as error:
    ...     print(error.path, error.remedy, sep=": ")
    no-such-file.txt: check the path and its permissions
    """

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


def load(path: Path) -> SourceText:
    """Return the text of ``path`` with its line ends and byte order mark.

    Raises UnreadableTextError where the file is empty, binary, not UTF-8 or cannot be read.

    >>> load(Path("notebooks/corpus/tw_43-kl-tw_2019.txt")).name
    'tw_43-kl-tw_2019.txt'
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise UnreadableTextError(path, reason, "check the path and its permissions") from error
    if not data.strip():
        raise UnreadableTextError(path, "the file is empty", "leave it out or put the text in")
    if _BINARY.encode() in data[:8192]:
        raise UnreadableTextError(
            path, "the file is binary", "convert it to plain text in UTF-8 first"
        )
    try:
        return SourceText(path.name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableTextError(
            path, f"byte {error.start} is not UTF-8", "convert the file to UTF-8 first"
        ) from error


def source_of(given: SourceText | str | Path) -> SourceText:
    """Return the text that is meant: a text itself, or that of a file.

    A string is never taken for a path: a text of one line could not be told from a name.
    """
    match given:
        case SourceText():
            return given
        case str():
            return SourceText("text", given)
        case Path():
            return load(given)
    raise TypeError(f"cannot read {type(given).__name__}; give a str, a pathlib.Path or SourceText")
