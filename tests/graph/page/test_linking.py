"""The modules of the page's script become one script, or the fault in them is named."""

from pathlib import Path

import pytest

from graph.page.data import page_data
from graph.page.linking import linked
from graph.page.writing import page_of
from graph.words.sentences import Language
from tests.graph.pages import hostile_collection

SCRIPTS = Path(__file__).parents[3] / "graph" / "page" / "js"
MAIN = "main.js"


def test_every_module_is_in_the_page_and_short() -> None:
    page = page_of(page_data(hostile_collection(), language=Language.VI), language=Language.VI)
    for path in SCRIPTS.rglob("*.js"):
        source = path.read_text("utf-8")
        assert source.splitlines()[0] in page, path
        assert len(source.splitlines()) <= 300, path
    assert "\nimport " not in page
    assert "\nexport " not in page


def test_a_module_stands_behind_those_that_it_imports() -> None:
    modules = {
        MAIN: 'import { b } from "./deep/b.js";\nimport { a } from "./a.js";\nb(a);\n',
        "deep/b.js": 'import {\n  a,\n} from "../a.js";\n\nexport function b() { return a; }\n',
        "a.js": "export let a = 1;\n",
        "unused.js": "export const a = 2;\n",
    }
    lines = [line for line in linked(modules, MAIN).splitlines() if line]
    assert lines == [
        "(() => {",
        '"use strict";',
        "let a = 1;",
        "function b() { return a; }",
        "b(a);",
        "})();",
    ]


@pytest.mark.parametrize(
    ("main", "other", "fault"),
    [
        pytest.param('import { a } from "./c.js";', "", "not there", id="no such module"),
        pytest.param(
            'import { a } from "./b.js";', "const a = 1;", "not export", id="not exported"
        ),
        pytest.param(
            'import { a } from "./b.js";\nexport const m = 1;',
            'import { m } from "./main.js";\nexport const a = 1;',
            "import each other",
            id="a cycle",
        ),
        pytest.param(
            'import { a } from "./b.js";\nconst c = 1;',
            "export const a = 1;\nfunction c() {}",
            "c is declared in main.js and in b.js",
            id="a name declared twice",
        ),
        pytest.param(
            'import { a as c } from "./b.js";', "export const a = 1;", "a as c", id="renamed"
        ),
        pytest.param('import a from "./b.js";', "export default 1;", "joined", id="a default"),
        pytest.param('import * as b from "./b.js";', "", "joined", id="a whole module"),
        pytest.param('import { a } from "vis";', "", "joined", id="a package"),
        pytest.param(
            'export { a } from "./b.js";', "export const a = 1;", "joined", id="passed on"
        ),
        pytest.param(
            'const b = await import("./b.js");', "", "joined", id="imported while running"
        ),
    ],
)
def test_what_cannot_be_joined_is_an_error(main: str, other: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        linked({MAIN: f"{main}\n", "b.js": f"{other}\n"}, MAIN)
