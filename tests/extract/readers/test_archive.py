"""Archives: every file under a safe name, and what is wrong with one costs itself alone."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from extract.readers.archive import files_in, members_of, name_of
from extract.readers.protocol import Limits, Reason, UnreadableFileError
from tests.extract.readers.word_files import packed


def names(data: bytes) -> list[str]:
    return [name for name, _ in members_of(data, Limits())]


NAMES = [
    pytest.param("kế hoạch.txt", "kế hoạch.txt", id="utf-8"),
    pytest.param("../../etc/passwd", "etc/passwd", id="way-out"),
    pytest.param("/etc/passwd", "etc/passwd", id="root"),
    pytest.param("a\\..\\b.txt", "a/b.txt", id="windows"),
    pytest.param("C:\\a.txt", "a.txt", id="drive"),
    pytest.param("a/./b//c.txt", "a/b/c.txt", id="dots"),
    pytest.param("a\nb\x1b[31m.txt", "a_b_[31m.txt", id="control-characters"),
    pytest.param("...", "", id="nothing-but-dots"),
]


@pytest.mark.parametrize(("stored", "safe"), NAMES)
def test_names_are_safe(stored: str, safe: str) -> None:
    info = ZipInfo("x")
    info.orig_filename = stored
    info.flag_bits = 0x800
    assert name_of(info) == safe


OLD_NAMES = [
    pytest.param("kế hoạch.txt".encode(), "kế hoạch.txt", id="utf-8-without-the-flag"),
    pytest.param("Ha Giang.txt".encode("ascii"), "Ha Giang.txt", id="ascii"),
    pytest.param("Tài liệu".encode("cp1258", "ignore"), "Tài liu", id="windows-1258"),
    pytest.param(bytes(range(0x80, 0x100)), None, id="any-bytes"),
]


@pytest.mark.parametrize(("code", "expected"), OLD_NAMES)
def test_names_of_old_programs(code: bytes, expected: str | None) -> None:
    held = packed({"x" * len(code): "nội dung"})
    data = held.replace(b"x" * len(code), code)
    (name,) = names(data)
    assert name == expected if expected else name.isprintable()


def test_folders_and_what_systems_add_are_left_out() -> None:
    added = ("a/", "__MACOSX/a/._b.txt", "a/.DS_Store", "Thumbs.db", "a/b.txt")
    assert names(packed(dict.fromkeys(added, "x"))) == ["a/b.txt"]


def encrypted(data: bytes) -> bytes:
    """The archive with the flag of encryption set on its one member."""
    changed = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[data.index(sign) + at] |= 1
    return bytes(changed)


def damaged(data: bytes) -> bytes:
    """The archive with other bytes in the middle of its one member."""
    start = data.index(b"mb.txt") + len(b"mb.txt")
    return data[: start + 2] + b"\xff" * 6 + data[start + 8 :]


ALONE = [
    pytest.param(encrypted, Reason.ENCRYPTED, id="encrypted"),
    pytest.param(damaged, Reason.DAMAGED, id="damaged"),
]


@pytest.mark.parametrize(("spoilt", "reason"), ALONE)
def test_a_bad_member_costs_itself_alone(spoilt: Callable[[bytes], bytes], reason: Reason) -> None:
    data = spoilt(packed({"mb.txt": "b" * 5000 + "kế hoạch" * 7, "a.txt": "a"}))
    found = dict(members_of(data, Limits()))
    assert found["a.txt"] == b"a"
    error = found["mb.txt"]
    assert isinstance(error, UnreadableFileError)
    assert (error.reason, error.fields["member"]) == (reason, "mb.txt")


def nested(depth: int) -> bytes:
    data = packed({"a.txt": "x"})
    for _ in range(depth):
        data = packed({"b.zip": data})
    return data


def test_an_archive_in_an_archive_is_a_member() -> None:
    (member,) = members_of(nested(1), Limits())
    assert member[0] == "b.zip"
    assert isinstance(member[1], bytes)
    assert names(member[1]) == ["a.txt"]


def test_archives_in_archives_are_opened() -> None:
    assert [name for name, _ in files_in(nested(2), Limits())] == ["b.zip/b.zip/a.txt"]


DEEP = [
    pytest.param(nested(3), Limits(nesting=3), "nesting", id="nesting"),
    pytest.param(
        packed({"a.zip": packed({"b": "x" * 600}), "c": "x" * 600}),
        Limits(unpacked_bytes=1000),
        "bytes",
        id="all-bytes-together",
    ),
    pytest.param(
        packed({"a.zip": packed({"b": "", "c": ""}), "d": ""}),
        Limits(members=2),
        "bytes",
        id="all-members-together",
    ),
]


@pytest.mark.parametrize(("data", "limits", "field"), DEEP)
def test_limits_hold_for_all_archives_together(data: bytes, limits: Limits, field: str) -> None:
    *_, (name, last) = files_in(data, limits)
    assert isinstance(last, UnreadableFileError)
    assert (last.reason, field in last.fields) == (Reason.TOO_LARGE, True)
    assert name


def test_damaged_archive_in_an_archive_is_left_to_its_reader() -> None:
    inner = packed({"b": "x"})[:-4]
    assert list(files_in(packed({"a.zip": inner}), Limits())) == [("a.zip", inner)]


def overlapping() -> bytes:
    """Many entries that all point to one member, as in the bombs of this kind."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a", b"\x00" * 1_000_000)
        for index in range(500):
            entry = ZipInfo(f"b{index}")
            first = archive.filelist[0]
            for field in ("CRC", "compress_size", "file_size", "compress_type", "header_offset"):
                setattr(entry, field, getattr(first, field))
            archive.filelist.append(entry)
            archive.NameToInfo[entry.filename] = entry
    return held.getvalue()


REFUSED = [
    pytest.param(b"PK\x03\x04", Limits(), Reason.DAMAGED, id="no-directory"),
    pytest.param(packed({"a": "x"})[:-5], Limits(), Reason.DAMAGED, id="cut"),
    pytest.param(packed({"a": "\0" * 30_000_000}), Limits(), Reason.TOO_LARGE, id="ratio"),
    pytest.param(packed({"a": "x" * 99}), Limits(unpacked_bytes=9), Reason.TOO_LARGE, id="total"),
    pytest.param(packed({"a": "", "b": ""}), Limits(members=1), Reason.TOO_LARGE, id="members"),
    pytest.param(overlapping(), Limits(), Reason.TOO_LARGE, id="overlapping"),
]


@pytest.mark.parametrize(("data", "limits", "reason"), REFUSED)
def test_what_is_no_archive_is_refused(data: bytes, limits: Limits, reason: Reason) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        list(members_of(data, limits))
    assert caught.value.reason is reason
