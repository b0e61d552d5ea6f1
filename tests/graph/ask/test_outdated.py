"""What still relies on a document that is no longer in force."""

from pathlib import Path

from graph.build.run import build
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from tests.graph.ask.questions.asking import asked
from tests.graph.ask.test_in_force import decision

OF_2018 = "Quyết định số {}/2018/QĐ-UBND ngày 10/01/2018 của UBND tỉnh Lai Châu"
TEXTS = {
    "ends.txt": decision(
        "45/2021/QĐ-UBND",
        "25/12/2021",
        "Về việc sắp xếp các quỹ",
        f"Bãi bỏ {OF_2018.format('05')}.",
        f"Bãi bỏ khoản 4 Điều 18 {OF_2018.format('06')}.",
    ),
    "relies.txt": decision("7/QĐ-UBND", "1/3/2019", f"Thực hiện {OF_2018.format('05')}", "Làm."),
    "in-part.txt": decision("8/QĐ-UBND", "1/3/2019", f"Thực hiện {OF_2018.format('06')}", "Làm."),
    "in-force.txt": decision("9/QĐ-UBND", "1/3/2019", f"Thực hiện {OF_2018.format('07')}", "Làm."),
}


def test_who_relies_on_what_is_no_longer_in_force(tmp_path: Path) -> None:
    """Not who repealed it, nor who relies on what lost a part, or nothing."""
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    build([tmp_path / "texts"], tmp_path / "store")
    (found,) = asked(open_store(tmp_path / "store"), "outdated")
    assert (found["plan"], found["relation"]) == (
        "Quyết định 7/QĐ-UBND@lai-chau@2019",
        f"{ld.NS}implements",
    )
    assert found["directive"] == "Quyết định 05/2018/QĐ-UBND"
    assert (found["by"], found["text"]) == ("Quyết định 45/2021/QĐ-UBND", "ends.txt")
    assert str(found["quote"]).startswith("Bãi bỏ Quyết định số 05/2018/QĐ-UBND")
