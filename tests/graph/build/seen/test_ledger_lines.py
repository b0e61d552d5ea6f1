"""Lines of a ledger, of which few ever become entries."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.build.ledger import Entry, FileState, Ledger


@given(st.lists(st.builds(Entry, path=st.text(), name=st.text(), state=st.sampled_from(FileState))))
def test_a_ledger_is_read_line_by_line_or_whole(entries: list[Entry]) -> None:
    ledger = Ledger.of(entries)
    assert [ledger[index] for index in range(len(ledger))] == list(ledger) == entries
    assert [state.decode() for _, state in ledger.heads] == [entry.state for entry in entries]
    unchanged = [FileState.UNCHANGED if e.state is FileState.READ else e.state for e in entries]
    assert [replace(e, state=s) for e, s in zip(entries, unchanged, strict=True)] == list(
        ledger.as_unchanged()
    )
    assert list(ledger.of_state(FileState.READ)) == [
        entry for entry in entries if entry.state is FileState.READ
    ]
