"""The command ``luocdo review``: what a person should decide."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.complaints import Exit
from graph.cli.printing import Format, print_json, print_records, tell
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from graph.ask.review import Matter

_COLUMNS: Final = ("id", "kind", "subject", "message", "candidates", "sources", "lines", "iri")


@answers
def review(store: Store = STORE, output: Output = Format.TABLE, lang: Lang = Language.VI) -> Exit:
    """Việc cần người xem, kèm dòng quyết định gợi ý. / Open matters, and what settles each."""
    from graph.ask.review import open_matters
    from graph.decisions.file import COLUMNS
    from graph.opening import open_store

    matters = open_matters(open_store(store))
    _print_matters(matters, output, lang)
    if not matters:
        tell(say(lang, "no matters"))
        return Exit.NOTHING
    if output is Format.TABLE:
        tell(say(lang, "matters next", header=",".join(COLUMNS)))
    return Exit.FOUND


def _print_matters(matters: "Sequence[Matter]", output: Format, language: Language) -> None:
    """Print matters; JSON has the messages of both languages, CSV puts lists into one cell."""
    if output is Format.JSON:
        print_json([asdict(matter) for matter in matters])
    elif output is Format.CSV:
        vietnamese = language is Language.VI
        print_records(
            _COLUMNS,
            (
                {
                    **asdict(matter),
                    "message": matter.message_vi if vietnamese else matter.message_en,
                    "candidates": "; ".join(matter.candidates),
                    "sources": "; ".join(matter.sources),
                    "lines": "\n".join(matter.lines),
                }
                for matter in matters
            ),
        )
    elif matters:
        from graph.terminal.console import print_table
        from graph.terminal.decisions import matters_table

        print_table(matters_table(matters, language), sys.stdout)
