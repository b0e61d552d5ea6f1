"""Orders with known outcomes: what every district committee owes, and what became of it.

    python benchmarks/debts.py DIR --debts 10000
    luocdo build DIR/texts --store DIR/store
    python benchmarks/debts.py DIR --ask

Directives of provinces order a plan from each rural district by a day. Of each district it is
chosen whether it sent the plan in time, late, is only said to have sent it, sent something else, or
is silent; ``debts.csv`` tells which, as of AS_OF. ``--ask`` prints how long the answer takes and
how many of the outcomes it has right.
"""

import argparse
import csv
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.ask.owed.answer import owed
from graph.ask.owed.judging import AROUND
from graph.opening import open_store
from ontology.institutions.places import Place, provinces
from ontology.institutions.units import Unit, UnitKind, districts
from ontology.spelling import slug

AS_OF = date(2025, 6, 1)
"""Before the districts ended."""
_FIRST = date(2021, 8, 1)
_DAYS = 900
OUTCOMES = ("met", "met-late", "met-cited", "overdue", "unknown")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the file that it belongs into."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the debt of one place about one directive, ordered on ``day``, due on ``due``.

    ``sent`` is the day of the paper that is held of that place, if there is one.
    """

    directive: str
    place: str
    status: str
    day: date
    due: date
    sent: date | None = None


def orders(debts: int, seed: int = 7) -> Iterator[tuple[list[Text], list[Outcome]]]:
    """Yield each directive with all texts around it and the outcomes, until there are ``debts``."""
    picked = random.Random(seed)
    numbers: Counter[str] = Counter()
    old = [place for place in provinces() if not (place.since and place.since > AS_OF.isoformat())]
    rural = [unit for unit in districts() if unit.kind is UnitKind.RURAL_DISTRICT]
    done = 0
    while done < debts:
        for place in old:
            units = [unit for unit in rural if unit.outer == place.slug]
            if not units or done >= debts:
                continue
            texts, outcomes = _order(picked, numbers, place, units)
            done += len(outcomes)
            yield texts, outcomes


def _order(
    picked: random.Random, numbers: Counter[str], place: Place, units: list[Unit]
) -> tuple[list[Text], list[Outcome]]:
    """Return a directive of a province, what its districts sent, and what became of each debt."""
    day = _FIRST + timedelta(days=picked.randrange(_DAYS))
    due = day + timedelta(days=90)
    number = f"{_next(picked, numbers, place.slug)}-CT/TU"
    about = f"về đối thoại với Nhân dân ở cơ sở, đợt {numbers[place.slug]}"
    cited = f"Chỉ thị số {number}, ngày {_day(day)} của Ban Thường vụ Tỉnh ủy {about}"
    words = (
        f"Các huyện ủy xây dựng kế hoạch thực hiện Chỉ thị này, hoàn thành trước ngày {_day(due)}."
    )
    head = _head((f"TỈNH ỦY {place.name.upper()}",), number, place.name, day)
    texts = [
        Text(
            f"{place.slug}/{slug(number)}.txt",
            f"{head}CHỈ THỊ\n{about}\n\nTỔ CHỨC THỰC HIỆN\n\n1. {words}\n",
        )
    ]
    said: list[str] = []
    outcomes: list[Outcome] = []
    for unit in units:
        status = picked.choice(OUTCOMES)
        own = f"{_next(picked, numbers, unit.path)}-KH/HU"
        sent = due - timedelta(days=20) if status != "met-late" else due + timedelta(days=15)
        held = None if status in {"met-cited", "unknown"} else sent
        outcomes.append(Outcome(number, unit.path, status, day, due, held))
        if status == "met-cited":
            plan = f"Kế hoạch số {own}, ngày {_day(sent)} thực hiện {cited}"
            said.append(f"Huyện ủy {unit.name} đã ban hành {plan}.")
        elif status != "unknown":
            title = f"thực hiện {cited}" if status != "overdue" else "kiểm tra, giám sát của huyện"
            texts.append(
                Text(
                    f"{unit.path.replace('.', '/')}/{slug(own)}.txt",
                    _head(_heads(place, unit), own, unit.name, sent) + f"KẾ HOẠCH\n{title}\n",
                )
            )
    if said:
        number = f"{_next(picked, numbers, place.slug)}-BC/TU"
        told = "\n\n".join(said)
        report = _head((f"TỈNH ỦY {place.name.upper()}",), number, place.name, due)
        texts.append(
            Text(
                f"{place.slug}/{slug(number)}.txt",
                f"{report}BÁO CÁO\nviệc ban hành kế hoạch của các huyện\n\n{told}\n",
            )
        )
    return texts, outcomes


def _heads(place: Place, unit: Unit) -> tuple[str, str]:
    return f"ĐẢNG BỘ TỈNH {place.name.upper()}", f"HUYỆN ỦY {unit.name.upper()}"


def _head(heads: tuple[str, ...], number: str, where: str, day: date) -> str:
    place = f"{where}, ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    top = "\n".join((*heads, "*", f"Số {number}", "ĐẢNG CỘNG SẢN VIỆT NAM"))
    return f"{top}\n\n{place}\n\n"


def _next(picked: random.Random, numbers: Counter[str], register: str) -> int:
    numbers[register] += picked.randrange(1, 4)
    return numbers[register]


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def write_debts(folder: Path, debts: int, seed: int = 7) -> list[Outcome]:
    """Write texts with so many debts under ``folder``, beside it ``debts.csv``; return that."""
    known: list[Outcome] = []
    for texts, outcomes in orders(debts, seed):
        known += outcomes
        for text in texts:
            path = folder / text.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.text, encoding="utf-8")
    known = _as_of_all(known)
    with folder.with_name("debts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("directive", "place", "status"))
        table.writerows((each.directive, each.place, each.status) for each in known)
    return known


def _as_of_all(known: list[Outcome]) -> list[Outcome]:
    """Return outcomes as all papers together make them.

    A district that was silent on one directive may have sent something about another in that time.
    """
    days: defaultdict[str, list[date]] = defaultdict(list)
    for each in known:
        if each.sent:
            days[each.place].append(each.sent)
    return [
        replace(each, status="overdue")
        if each.status == "unknown"
        and any(each.day <= sent <= min(each.due + AROUND, AS_OF) for sent in days[each.place])
        else each
        for each in known
    ]


def ask(folder: Path) -> None:
    """Print how long it takes to tell what became of all debts, and how many are told right."""
    with (folder / "debts.csv").open(encoding="utf-8", newline="") as file:
        known = {(row["directive"], row["place"]): row["status"] for row in csv.DictReader(file)}
    store = open_store(folder / "store")
    times: list[float] = []
    for _ in range(3):
        began = time.perf_counter()
        answer = owed(store, as_of=AS_OF)
        times.append(time.perf_counter() - began)
    told = {(row.set_by.number, row.place): row.status.value for row in answer.rows if row.set_by}
    right = sum(told.get(key) == status for key, status in known.items())
    print(f"{answer.owed} debts, {right} of {len(known)} right, {min(times):.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--debts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--ask", action="store_true")
    chosen = parser.parse_args()
    if chosen.ask:
        ask(chosen.folder)
    else:
        write_debts(chosen.folder / "texts", chosen.debts, chosen.seed)


if __name__ == "__main__":
    main()
