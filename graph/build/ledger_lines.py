"""From what became of each file to the lines of the ledger: which of them hold the same."""

from collections.abc import Mapping, Sequence

from graph.build.files import Input
from graph.build.ledger import Entry, FileState, Remarked
from graph.build.one_file import Outcome


def lines_of(
    outcomes: Sequence[tuple[Input, str, Outcome]],
    earlier: Sequence[Entry],
    further: Mapping[str, str],
) -> tuple[Entry, ...]:
    """Return the lines of the ledger; a text that several files hold is the first one's.

    ``further`` holds for each further text of a document the one that comes first.
    """
    named = {outcome.sha: file.name for file, _, outcome in reversed(outcomes) if outcome.sha}
    before = {entry.text: entry.citations for entry in earlier}
    first: dict[str, str] = {}
    entries = []
    for file, _, outcome in outcomes:
        of = first.setdefault(outcome.sha, file.name) if outcome.sha else ""
        twice = bool(of) and of != file.name
        entries.append(
            Entry(
                path=file.typed,
                name=file.name,
                state=FileState.DUPLICATE if twice else outcome.state,
                reader=outcome.reader,
                text=outcome.sha,
                citations=outcome.citations or before.get(outcome.sha, 0),
                code=outcome.code,
                fields=outcome.fields,
                warnings=outcome.warnings + _same_document(named.get(further.get(outcome.sha, ""))),
                of=of if twice else "",
            )
        )
    return tuple(entries)


def _same_document(of: str | None) -> tuple[Remarked, ...]:
    return (Remarked("same-document", {"of": of}),) if of else ()
