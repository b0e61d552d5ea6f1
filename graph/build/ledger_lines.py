"""From what became of each file to the lists of a graph: its ledger, its texts, its marks.

What is known of a file that did not change stands in the lists as it stood there before: of many
files only the few are looked at that changed, or have a text in common with one that did.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.build.files import Found
from graph.build.ledger import Entry, FileState, Ledger, Remarked, line_of
from graph.build.one_file import Outcome
from graph.build.seen.known import Known, Marks, Terms, rows_of, texts_of
from graph.build.seen.looks import Input, lying_of, unsure
from graph.build.unchanged import NO_FILE, SAME_DOCUMENT, may_be_read_more, outcome_of
from graph.store.text_files import TextFile, TextFiles, row_of

_NO_HEAD = (b"", b"")
_Told = tuple[str, str, Outcome]
"""A file as typed, its name, and what became of it."""


@dataclass(frozen=True)
class Account:
    """What a build knows of each file that it ``found``.

    ``kept`` tells of each where it stands in ``known``, or NO_FILE; what became of these is in
    ``others``, by their indexes.
    """

    found: Found
    known: Known
    kept: Sequence[int]
    others: Mapping[int, tuple[Input, Outcome]]

    @cached_property
    def texts(self) -> TextFiles:
        """The files that have a text, in order."""
        known = self.known
        rows = [known.rows[index] if index >= 0 else b"" for index in self.kept]
        shas = [known.shas[index] if index >= 0 else "" for index in self.kept]
        for index, files in self._new_rows.items():
            rows[index] = b",\n".join(map(row_of, files))
            shas[index] = files[0].sha if files else ""
        return TextFiles(rows_of(rows)) if self._has_archives else texts_of(rows, shas)

    @cached_property
    def anew(self) -> frozenset[str]:
        """The hashes of the texts that were read in this build."""
        outcomes = (each for told in self.others.values() for _, _, each in _members(*told))
        return frozenset(each.sha for each in outcomes if each.state is FileState.READ)

    def marks(self, terms: Terms) -> Marks:
        """Return the marks of the files, to be relied on from now on."""
        looks = list(self.found.looks.values())
        before = self.known.marks
        members: dict[int, int] = {}
        programs: dict[int, Sequence[str]] = {}
        if before.members or before.programs:
            for index, earlier in enumerate(self.kept):
                if earlier in before.members:
                    members[index] = before.members[earlier]
                if earlier in before.programs:
                    programs[index] = before.programs[earlier]
        for index, told in self.others.items():
            outcomes = [outcome for _, _, outcome in _members(*told)]
            if told[1].members:
                members[index] = len(outcomes)
            if any(outcome.state is FileState.FAILED for outcome in outcomes):
                looks[index] = unsure(looks[index])  # it may have been the system
            names = [name for outcome in outcomes for name in may_be_read_more(outcome)]
            if names:
                programs[index] = names
        return Marks(time.time_ns(), terms, looks, members, programs)

    def ledger(self, further: Mapping[str, str]) -> Ledger:
        """Return the lines of the ledger; a text that several files hold is the first one's.

        ``further`` holds for each further text of a document the one that comes first.
        """
        lines = [self.known.lines[index] if index >= 0 else b"" for index in self.kept]
        told: dict[int, list[_Told]] = {}
        for index in sorted(self._told_anew(lines, further)):
            if index in self.others:
                told[index] = list(_members(*self.others[index]))
            else:
                before = Ledger(lines[index].split(b"\n"))
                told[index] = [(each.path, each.name, outcome_of(each)) for each in before]
        entries = _entries([each for files in told.values() for each in files], self.known, further)
        for index, files in told.items():
            lines[index] = b"\n".join(line_of(next(entries)) for _ in files)
        passed = [line_of(entry) for entry in self.found.passed]
        if self._has_archives:
            return Ledger([*b"\n".join(lines).split(b"\n"), *passed])
        heads = self.known.heads
        made = [heads[index] if index >= 0 else _NO_HEAD for index in self.kept]
        for index in told:
            (made[index],) = Ledger([lines[index]]).heads
        return Ledger([*lines, *passed], [*made, *Ledger(passed).heads])

    @property
    def _has_archives(self) -> bool:
        archives = any(outcome.members for _, outcome in self.others.values())
        return archives or bool(self.known.marks.members)

    def counts(self, ledger: Ledger) -> tuple[int, int, int]:
        """Return how many texts were read, not changed, removed, as ``ledger`` has it."""
        fresh = {sha.decode() for sha, state in ledger.heads if state == FileState.READ.encode()}
        gone = TextFiles(rows_of(self.known.rows[index] for index in self._gone))
        come = [file for files in self._new_rows.values() for file in files]
        known = {(file.path, file.sha) for file in gone}
        other = (file for file in come if (file.path, file.sha) not in known)
        read = sum(sha in fresh for sha in self.texts.shas) if fresh else 0
        read += sum(file.sha not in fresh for file in other)
        removed = {file.path for file in gone} - {file.path for file in come}
        return read, len(self.texts) - read, len(removed)

    @cached_property
    def _gone(self) -> list[int]:
        """What is known of that is not kept."""
        return sorted(set(range(len(self.known.rows))).difference(self.kept))

    @cached_property
    def _new_rows(self) -> dict[int, list[TextFile]]:
        looks = list(self.found.looks.values())
        rows: dict[int, list[TextFile]] = {}
        for index, (file, outcome) in self.others.items():
            path, start = lying_of(looks[index]), len(file.name) + 1
            rows[index] = [
                TextFile(path, name, each.sha, name[start:] if outcome.members else "")
                for _, name, each in _members(file, outcome)
                if each.sha
            ]
        return rows

    def _told_anew(self, lines: Sequence[bytes], further: Mapping[str, str]) -> set[int]:
        """Return the files of which a line may be another than before."""
        archives = self.known.marks.members
        near = {*further, *further.values()}
        rows = rows_of(self.known.rows[index] for index in {*self._gone, *archives})
        near.update(TextFiles(rows).shas)
        for told in self.others.values():
            near.update(each.sha for _, _, each in _members(*told) if each.sha)
        remarked = SAME_DOCUMENT.encode()
        return {
            *self.others,
            *(i for i, line in enumerate(lines) if remarked in line),
            *(
                index
                for index, earlier in enumerate(self.kept)
                if earlier >= 0 and (self.known.shas[earlier] in near or earlier in archives)
            ),
        }


def not_kept(kept: Sequence[int]) -> list[int]:
    """Return the files of which it is not known what became of them."""
    return [index for index, earlier in enumerate(kept) if earlier == NO_FILE]


def _members(file: Input, outcome: Outcome) -> Iterator[_Told]:
    """Yield a file with its outcome; for an archive each file in it."""
    if not outcome.members:
        yield file.typed, file.name, outcome
    for member, inside in outcome.members:
        yield f"{file.typed}/{member}", f"{file.name}/{member}", inside


def _entries(told: Sequence[_Told], known: Known, further: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the lines of some files, of which all are told that have a text in common with one."""
    named = {outcome.sha: name for _, name, outcome in reversed(told) if outcome.sha}
    uncounted = {each.sha for _, _, each in told if each.sha and not each.citations}
    before = _citations(known, uncounted) if uncounted else {}
    first: dict[str, str] = {}
    for typed, name, outcome in told:
        of = first.setdefault(outcome.sha, name) if outcome.sha else ""
        twice = bool(of) and of != name
        yield Entry(
            path=typed,
            name=name,
            state=FileState.DUPLICATE if twice else outcome.state,
            reader=outcome.reader,
            text=outcome.sha,
            citations=outcome.citations or before.get(outcome.sha, 0),
            code=outcome.code,
            fields=outcome.fields,
            warnings=outcome.warnings + _same_document(named.get(further.get(outcome.sha, ""))),
            of=of if twice else "",
        )


def _citations(known: Known, shas: set[str]) -> dict[str, int]:
    """Return in how many places some texts speak of documents, as far as it is known."""
    archives = known.marks.members
    near = (i for i, sha in enumerate(known.shas) if sha in shas or i in archives)
    lines = [line for index in near for line in known.lines[index].split(b"\n")]
    return {entry.text: entry.citations for entry in Ledger(lines) if entry.text in shas}


def _same_document(of: str | None) -> tuple[Remarked, ...]:
    return (Remarked(SAME_DOCUMENT, {"of": of}),) if of else ()
