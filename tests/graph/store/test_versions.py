"""Which code wrote what a store holds: all that has a part in it, and nothing else."""

from pathlib import Path

import grimp
import pytest

from graph.store.versions import WRITTEN_BY, code_version, reader_version


@pytest.mark.parametrize("changed", ["rules.py", "data/table.csv"])
def test_the_version_is_that_of_rules_and_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    # A name of its own: Python imports a package once.
    package = tmp_path / f"reader_with_{Path(changed).stem}"
    (package / "data").mkdir(parents=True)
    for name in ("__init__.py", "rules.py", "data/table.csv"):
        (package / name).write_text("a = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = code_version(package.name)
    assert code_version(package.name) == before
    (package / changed).write_text("a = 2\n")
    assert code_version(package.name) != before
    assert reader_version() == code_version("extract", "ontology")


def test_a_graph_is_written_by_all_that_a_build_imports_and_by_no_page() -> None:
    modules = grimp.build_graph("graph")
    own = modules.find_descendants("graph.build")
    reached = own | {each for one in own for each in modules.find_upstream_modules(one)}
    places = {name.replace(".", "/") for name in reached if name != "graph"}

    def belongs(module: str) -> bool:
        return any(f"{module}/".startswith(f"{place.removesuffix('.py')}/") for place in WRITTEN_BY)

    assert [module for module in sorted(places) if not belongs(module)] == []
    assert not any(map(belongs, ("graph/web/pages", "graph/page/page", "graph/cli/main")))
