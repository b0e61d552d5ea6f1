"""The modules of the page's script as one script, since a page is one file that loads nothing.

Each imports by name what others export by name. Joined they share one scope: no name of a module
may be one of another's.
"""

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from posixpath import dirname, join, normpath
from typing import Final

_IMPORT: Final = re.compile(
    r"^import \{(?P<names>[\w\s,]+)\} from \"(?P<path>\.[\w./]+)\";\n", re.MULTILINE
)
_DECLARATION: Final = re.compile(
    r"^(?P<export>export )?(?:async )?(?:function|const|let|class) (?P<name>\w+)", re.MULTILINE
)
_EXPORT: Final = re.compile(r"^export (?=async |function |const |let |class )", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b.*|\bimport[ ]?\(.*", re.MULTILINE)


def linked(modules: Mapping[str, str], entry: str) -> str:
    r"""Return the modules that ``entry`` needs, and itself, each after those that it imports.

    ``modules`` holds sources by their paths. ValueError says which module imports what is not there
    or not exported, imports itself through others, declares a name that another has, or imports and
    exports in a form that cannot be joined.

    >>> print(linked({"b.js": 'import { a } from "./a.js";\na();\n',
    ...               "a.js": "export const a = () => 1;\n"}, "b.js"), end="")
    (() => {
    "use strict";
    const a = () => 1;
    a();
    })();
    """
    needed = _needed(modules, entry)
    _check_names({path: modules[path] for path in needed})
    try:
        order = list(TopologicalSorter(needed).static_order())
    except CycleError as error:
        raise ValueError(f"modules import each other: {' -> '.join(error.args[1])}") from error
    parts = [_EXPORT.sub("", _IMPORT.sub("", modules[path])).strip("\n") for path in order]
    return "\n".join(["(() => {", '"use strict";', *parts, "})();", ""])


def _needed(modules: Mapping[str, str], entry: str) -> dict[str, list[str]]:
    """Return what each module imports, for ``entry`` and all that it needs."""
    needed: dict[str, list[str]] = {}
    waiting = [entry]
    while waiting:
        path = waiting.pop()
        if path in needed:
            continue
        needed[path] = []
        for other, names in _imports(path, modules[path]):
            if other not in modules:
                raise ValueError(f"{path} imports {other}, which is not there")
            exported = {
                found["name"] for found in _DECLARATION.finditer(modules[other]) if found["export"]
            }
            if missing := sorted(names - exported):
                raise ValueError(f"{path} imports {missing[0]}, which {other} does not export")
            needed[path].append(other)
        waiting += needed[path]
    return needed


def _imports(path: str, source: str) -> Iterator[tuple[str, set[str]]]:
    if found := _LEFT.search(_EXPORT.sub("", _IMPORT.sub("", source))):
        raise ValueError(f"{path} cannot be joined with others: {found[0]}")
    for statement in _IMPORT.finditer(source):
        names = {name.strip() for name in statement["names"].split(",")} - {""}
        yield normpath(join(dirname(path), statement["path"])), names


def _check_names(modules: Mapping[str, str]) -> None:
    owners: dict[str, str] = {}
    for path, source in modules.items():
        for found in _DECLARATION.finditer(source):
            owner = owners.setdefault(found["name"], path)
            if owner != path:
                raise ValueError(f"{found['name']} is declared in {owner} and in {path}")
