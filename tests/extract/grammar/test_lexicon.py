"""A type and a body that a row adds to the tables are known to every rule.

The rows are added to a copy of the packages, and a process of its own reads with them, as a user's
would; the same texts are read without the rows beside it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import extract
import ontology
from extract.grammar.lexicon import any_of, bodies, types, whole_types
from ontology.documents.document_types import TypeUse
from ontology.institutions.body_heads import BodyUse

NEW_TYPE = "NTr,,Nghị trình,,party,outside,tells,{uses},agenda,made up\n"
NEW_BODY = "NSRĐ,,Nguyệt san Rạng Đông,province,party,{place}.nsrd,Monthly,,,made up\n"
READER = """
import json, sys
from pathlib import Path
import extract, ontology
from extract import SourceText, read
from extract.report import as_json
for package in (extract, ontology):
    assert Path(package.__file__).is_relative_to(sys.argv[1]), package.__file__
texts = json.load(sys.stdin)
read_texts = {name: as_json(read(SourceText(name, text))) for name, text in texts.items()}
json.dump(read_texts, sys.stdout)
"""
TEXTS = {
    "head": (
        "ĐẢNG BỘ TỈNH LAI CHÂU\\nNGUYỆT SAN RẠNG ĐÔNG\\n*\\nSố 12-NTr/NSRĐ\\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\\nLai Châu, ngày 5 tháng 6 năm 2019\\n\\n"
        "NGHỊ TRÌNH\\nthực hiện Kết luận số 69-KL/TU của Tỉnh ủy\\n-----\\n"
    ).replace("\\n", "\n"),
    "cited": "Báo cáo về Nghị trình số 12-NTr/NSRĐ, ngày 05/6/2019 về công tác xuất bản.",
    "owner": "Xem Kế hoạch số 31, ngày 05/6/2019 của Nguyệt san Rạng Đông về công tác xuất bản.",
    "before": "Ngày 05/6/2019, Nguyệt san Rạng Đông đã ban hành Kế hoạch số 31-KH/NSRĐ.",
    "told": (
        "Thực hiện Kết luận số 69-KL/TU của Tỉnh ủy, Nguyệt san Rạng Đông đã ban hành "
        "Kế hoạch số 31-KH/NSRĐ về xuất bản."
    ),
    "back type": (
        "Tỉnh ủy đã có Nghị trình số 12-NTr/TU, ngày 05/6/2019 về xuất bản. "
        "Các đơn vị thực hiện Nghị trình nêu trên."
    ),
    "back body": (
        "Đơn vị thực hiện Kế hoạch số 31-KH/NSRĐ, ngày 05/6/2019 về xuất bản và Kết luận số "
        "69-KL/TU. Các đơn vị bám sát Kế hoạch của Nguyệt san Rạng Đông."
    ),
    "issued": (
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 123/QĐ-UBND\n\nQUYẾT ĐỊNH\n"
        "Ban hành Nghị trình phát triển xuất bản đến năm 2025\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Nghị trình phát triển xuất bản đến năm 2025.\n"
    ),
}
Read = Mapping[str, Any]


def read_with(tree: Path, *, uses: str | None) -> Mapping[str, Read]:
    """Return what a process reads whose tables have the new rows, or not where ``uses`` is None."""
    for package in (extract, ontology):
        folder = Path(str(package.__file__)).parent
        shutil.copytree(
            folder, tree / folder.name, ignore=shutil.ignore_patterns("__pycache__", "gold")
        )
    if uses is not None:
        for table, row in (("document_types", NEW_TYPE), ("issuers", NEW_BODY)):
            with (tree / "ontology" / "data" / f"{table}.csv").open("a", encoding="utf-8") as file:
                file.write(row.replace("{uses}", uses))
    done = subprocess.run(
        [sys.executable, "-c", READER, str(tree)],
        input=json.dumps(TEXTS),
        capture_output=True,
        text=True,
        check=False,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    texts: Mapping[str, Read] = json.loads(done.stdout)
    return texts


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Read]:
    return read_with(tmp_path_factory.mktemp("known"), uses="alone;issued;plan;titled;scheme")


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Read]:
    return read_with(tmp_path_factory.mktemp("unknown"), uses=None)


def said(text: Read) -> set[str]:
    """Return what a text is read to say, a line for each thing that the tables decide."""
    documents = text["documents"]
    lines = {
        " | ".join(
            (name if name == text["document"] else "", held["type"], held["issuer"], held["date"])
        )
        for name, held in documents.items()
    }
    lines |= {f"{mention['tier']} {mention['text']}" for mention in text["mentions"]}
    return lines | {
        " ".join(
            (
                documents[claim["subject"]]["type"],
                claim["predicate"],
                documents[claim["object"]]["type"],
            )
        )
        for claim in text["relations"]
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param(
            "head", "12-NTr/NSRĐ | Nghị trình | Nguyệt san Rạng Đông | 2019-06-05", id="a head"
        ),
        pytest.param("head", "Nghị trình implements Kết luận", id="the title of the text itself"),
        pytest.param("cited", "numbered Nghị trình số 12-NTr/NSRĐ", id="a citation"),
        pytest.param("owner", " | Kế hoạch | Nguyệt san Rạng Đông | 2019-06-05", id="behind của"),
        pytest.param("before", " | Kế hoạch | Nguyệt san Rạng Đông | 2019-06-05", id="before it"),
        pytest.param("told", "Kế hoạch implements Kết luận", id="the subject of a deed"),
        pytest.param("back type", "backref Nghị trình nêu trên", id="a back-reference by type"),
        pytest.param(
            "back body", "backref Kế hoạch của Nguyệt san Rạng Đông", id="a back-reference by body"
        ),
        pytest.param("issued", "Quyết định promulgates Nghị trình", id="a plan that is issued"),
    ],
)
def test_a_row_is_enough(
    known: Mapping[str, Read], unknown: Mapping[str, Read], name: str, line: str
) -> None:
    assert line in said(known[name])
    assert line not in said(unknown[name]), "found without the row: the case shows nothing"


def test_the_column_uses_narrows(tmp_path: Path) -> None:
    narrow = read_with(tmp_path, uses="")
    assert "numbered Nghị trình số 12-NTr/TU" in said(narrow["back type"])
    assert "backref Nghị trình nêu trên" not in said(narrow["back type"])
    assert "Quyết định promulgates Nghị trình" not in said(narrow["issued"])


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        pytest.param(
            types(TypeUse.ALONE), "Thông tư liên tịch số", "Thông tư liên tịch", id="long"
        ),
        pytest.param(types(TypeUse.ISSUED), "Nghị định", None, id="no decree is attached"),
        pytest.param(
            whole_types(TypeUse.ALONE),
            "Chương trình hành động",
            "Chương trình hành động",
            id="whole",
        ),
        pytest.param(bodies(BodyUse.ACTS), "Ban Tổ chức", "Ban", id="a body"),
        pytest.param(bodies(BodyUse.ACTS), "Ban hành", None, id="Ban hành is a verb"),
        pytest.param(bodies(BodyUse.ACTS), "Bộ luật", None, id="Bộ luật is a type"),
        pytest.param(bodies(BodyUse.OWNER), "Sở Nội vụ", None, id="narrower than other uses"),
        pytest.param(any_of(["a.b", "a"]), "axb", "a", id="words are no patterns"),
    ],
)
def test_patterns(pattern: str, text: str, matched: str | None) -> None:
    for flags in (0, re.VERBOSE):
        found = re.match(pattern, text, flags)
        assert (found and found.group()) == matched
