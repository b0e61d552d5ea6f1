"""An archive of made documents with known truth: what a province's offices keep, in any number.

Directives of the centre, whose numbers begin again with every congress and in every type; plans of
real provinces, districts and communes that carry them out step by step, whose numbers are alike
from place to place and from year to year; communes that are called as provinces are; reports that
review; bodies before and after 1 July 2025. ``truth.csv`` says which file holds which document, and
which it carries out. ``python benchmarks/archive.py DIR --texts 5000`` writes one.
"""

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.decisions.file import COLUMNS
from ontology.institutions.places import provinces
from ontology.institutions.units import Unit, communes, districts, old_communes
from ontology.spelling import slug

TERMS = (
    ("XI", date(2011, 2, 1), 750),
    ("XII", date(2016, 2, 1), 750),
    ("XIII", date(2021, 2, 1), 750),
    ("XIII", date(2025, 8, 1), 60),
)
"""Terms, the first day of their directives, and on how many days these are issued: what follows
from them stays out of the years of local congresses, in which a number alone tells no register."""
TYPES = (("NQ/TW", "NGHỊ QUYẾT", "Nghị quyết"), ("KL/TW", "KẾT LUẬN", "Kết luận"))
TOPICS = (
    "tăng cường công tác dân vận trong tình hình mới",
    "phát triển kinh tế tập thể gắn với xây dựng nông thôn mới",
    "nâng cao chất lượng nguồn nhân lực vùng đồng bào dân tộc thiểu số",
    "bảo vệ và phát triển rừng bền vững",
    "chuyển đổi số trong các cơ quan Đảng",
    "đối thoại giữa người đứng đầu cấp ủy với Nhân dân",
)
SENTENCES = (
    "Mỗi năm tổ chức ít nhất hai cuộc đối thoại với Nhân dân, ghi biên bản và niêm yết kết quả.",
    "Rà soát hộ nghèo theo từng bản, lập danh sách việc cần hỗ trợ trước.",
    "Người đứng đầu chịu trách nhiệm về kết quả thực hiện của địa phương, đơn vị mình.",
    "Phát huy vai trò của người có uy tín trong việc hòa giải, giữ gìn nếp sống tốt đẹp.",
    "Bố trí nguồn lực đi cùng với nhiệm vụ; công khai các khoản hỗ trợ tại nhà văn hóa.",
    "Văn phòng theo dõi, đôn đốc, định kỳ sáu tháng báo cáo cấp trên trực tiếp.",
)
Row = Mapping[str, str]
"""A row of ``truth.csv``."""
NO_DECISIONS = ",".join(COLUMNS) + "\n"
"""A file of decisions in which there is none yet."""
PROVINCES = 12
DISTRICTS = 4
COMMUNES = 2
REFORM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One document: where it is filed, what it is, what it carries out, and its text."""

    file: str
    number: str
    place: str
    day: date
    carries_out: str
    citation: str
    text: str


def archive(texts: int, seed: int = 7) -> Iterator[Made]:
    """Yield ``texts`` documents; the same ones for the same ``seed``."""
    picked = random.Random(seed)
    numbers: Counter[tuple[str, ...]] = Counter()
    done = 0
    while True:
        for made in _tree(picked, numbers):
            if done == texts:
                return
            done += 1
            yield made


def write_archive(folder: Path, texts: int, seed: int = 7) -> None:
    """Write the documents under ``folder``, and beside it ``truth.csv``."""
    folder.mkdir(parents=True, exist_ok=True)
    with folder.with_name("truth.csv").open("w", encoding="utf-8", newline="") as file:
        truth = csv.writer(file)
        truth.writerow(("file", "number", "place", "date", "carries_out"))
        for made in archive(texts, seed):
            path = folder / made.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made.text, encoding="utf-8")
            truth.writerow((made.file, made.number, made.place, made.day, made.carries_out))


def carried_out(folder: Path) -> list[tuple[Row, Row]]:
    """Return of the archive in ``folder`` the rows of each plan and of what it carries out."""
    with folder.with_name("truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {row["file"]: row for row in csv.DictReader(file)}
    return [(row, truth[of]) for row in truth.values() if (of := row["carries_out"]) in truth]


def reject(decisions: Path, plan: Row, directive: Row) -> None:
    """Let one more person say of a plan that it does not carry out its directive."""
    ends = [f"{row['number']}@{row['date']}" for row in (plan, directive)]
    with decisions.open("a", encoding="utf-8") as file:
        file.write(f"A,2026-01-31,reject,{ends[0]},implements,{ends[1]},,thử\n")


def _tree(picked: random.Random, numbers: Counter[tuple[str, ...]]) -> Iterator[Made]:
    """Yield one directive of the centre and all that carries it out, the upper before the lower."""
    term, began, days = picked.choice(TERMS)
    code, head, word = picked.choice(TYPES)
    day = began + timedelta(days=picked.randrange(days))
    topic = picked.choice(TOPICS)
    number = f"{_next(picked, numbers, code, term)}-{code}"
    directive = Made(
        file=f"tw/{slug(number)}_{term.lower()}.txt",
        number=number,
        place="",
        day=day,
        carries_out="",
        citation=f"{word} số {number}, ngày {_day(day)} của Ban Chấp hành Trung ương khóa {term}",
        text=_text(
            picked, ("BAN CHẤP HÀNH TRUNG ƯƠNG",), (number, "Hà Nội", day), (head, f"về {topic}")
        ),
    )
    yield directive
    old = [place for place in provinces() if not place.since or str(place.since) < str(day)]
    for place in picked.sample(old, PROVINCES):
        after = _later(picked, day)
        if place.until and str(place.until) <= str(after):
            continue
        head_of = (f"TỈNH ỦY {place.name.upper()}",)
        plan = _plan(picked, numbers, directive, ("TU", place.slug, place.name), head_of, after)
        yield plan
        yield from _below(picked, numbers, plan, place.slug, place.name)


def _below(
    picked: random.Random, numbers: Counter[tuple[str, ...]], plan: Made, path: str, name: str
) -> Iterator[Made]:
    after = _later(picked, plan.day)
    if after >= REFORM:
        for unit in _some(picked, [unit for unit in communes() if unit.outer == path], 4):
            heads = (f"ĐẢNG BỘ TỈNH {name.upper()}", f"ĐẢNG ỦY {unit.label.upper()}")
            yield _plan(picked, numbers, plan, ("ĐU", unit.path, unit.name), heads, after)
        return
    for district in _some(picked, [unit for unit in districts() if unit.outer == path], DISTRICTS):
        heads = (f"ĐẢNG BỘ TỈNH {name.upper()}", f"HUYỆN ỦY {district.name.upper()}")
        if district.kind != "huyện":
            continue
        own = _plan(picked, numbers, plan, ("HU", district.path, district.name), heads, after)
        yield own
        later = _later(picked, after)
        if later >= REFORM:
            continue
        inside = [unit for unit in old_communes() if unit.outer == district.path]
        for unit in _some(picked, inside, COMMUNES):
            heads = (f"ĐẢNG BỘ HUYỆN {district.name.upper()}", f"ĐẢNG ỦY {unit.label.upper()}")
            yield _plan(picked, numbers, own, ("ĐU", unit.path, unit.name), heads, later)
        if picked.random() < 0.3:
            heads = (f"ĐẢNG BỘ TỈNH {name.upper()}", f"HUYỆN ỦY {district.name.upper()}")
            yield _report(picked, numbers, own, ("HU", district.path, district.name), heads)


def _some(picked: random.Random, units: list[Unit], most: int) -> list[Unit]:
    """Return some of ``units``, those that are called as a province is before all others."""
    names = {place.name for place in provinces()}
    return sorted(units, key=lambda unit: (unit.name not in names, picked.random()))[:most]


def _plan(
    picked: random.Random,
    numbers: Counter[tuple[str, ...]],
    carried_out: Made,
    where: tuple[str, str, str],
    heads: tuple[str, ...],
    day: date,
) -> Made:
    code, path, name = where
    number = f"{_next(picked, numbers, 'KH', path, code, _term(code, day))}-KH/{code}"
    body = {"TU": "Tỉnh ủy", "HU": "Huyện ủy", "ĐU": "Đảng ủy"}[code]
    return Made(
        file=f"{path.replace('.', '/')}/{slug(number)}_{day}.txt",
        number=number,
        place=path,
        day=day,
        carries_out=carried_out.file,
        citation=f"Kế hoạch số {number}, ngày {_day(day)} của Ban Thường vụ {body}",
        text=_text(
            picked, heads, (number, name, day), ("KẾ HOẠCH", f"thực hiện {carried_out.citation}")
        ),
    )


def _report(
    picked: random.Random,
    numbers: Counter[tuple[str, ...]],
    reviewed: Made,
    where: tuple[str, str, str],
    heads: tuple[str, ...],
) -> Made:
    code, path, name = where
    day = reviewed.day + timedelta(days=365)
    number = f"{_next(picked, numbers, 'BC', path, code, _term(code, day))}-BC/{code}"
    about = f"sơ kết 01 năm thực hiện {reviewed.citation}"
    return Made(
        file=f"{path.replace('.', '/')}/{slug(number)}_{day}.txt",
        number=number,
        place=path,
        day=day,
        carries_out="",
        citation="",
        text=_text(picked, heads, (number, name, day), ("BÁO CÁO", about)),
    )


def _text(
    picked: random.Random,
    heads: tuple[str, ...],
    dated: tuple[str, str, date],
    said: tuple[str, str],
) -> str:
    """Return a text: who issues it; its number, where and when; its type and what it is about."""
    (number, where, day), (head, about) = dated, said
    sentences = [picked.choice(SENTENCES) for _ in range(12)]
    tasks = "\n\n".join(f"{index}. {said}" for index, said in enumerate(sentences, start=1))
    place = f"{where}, ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    top = "\n".join((*heads, "*", f"Số {number}", "ĐẢNG CỘNG SẢN VIỆT NAM"))
    return f"{top}\n\n{place}\n\n{head}\n{about}\n\nI- NHIỆM VỤ\n\n{tasks}\n"


def _next(picked: random.Random, numbers: Counter[tuple[str, ...]], *register: str) -> int:
    """Return the next number of a register, of which other documents have some in between."""
    numbers[register] += picked.randrange(1, 9 if numbers[register] else 60)
    return numbers[register]


def _term(code: str, day: date) -> str:
    """Return in which term numbers are counted: communes that came in July 2025 go on in 2026."""
    began = code == "ĐU" and day >= REFORM
    return str((day.year - (not began)) // 5)


def _later(picked: random.Random, day: date) -> date:
    return day + timedelta(days=picked.randrange(20, 90))


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month}/{day.year}" if day.month > 2 else f"{day:%d/%m/%Y}"


def main() -> None:
    """Write an archive into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    write_archive(chosen.folder / "texts", chosen.texts, chosen.seed)


if __name__ == "__main__":
    main()
