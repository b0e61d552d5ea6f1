"""Which title of a document is shown where texts print several of it."""

from pathlib import Path

import pytest

from graph.typed.meaning import document_named
from tests.graph.made import document, reading, store_of

NUMBER, IDENTITY = "69-KL/TU", "lai-chau.tu/nk2020/kl-tu/69"
SHORT, WHOLE = "về công tác dân vận", "về công tác dân vận trong tình hình mới"


@pytest.mark.parametrize(
    ("cited", "own", "shown", "reason"),
    [
        ([SHORT, SHORT, WHOLE], "", WHOLE, "most texts shorten it"),
        ([SHORT, "công tác dân vận trong tình hình mới"], "", WHOLE[3:], "whatever leads to it"),
        ([SHORT, SHORT, "về công tác dân vậnh"], "", SHORT, "a word that begins so is another"),
        ([SHORT, SHORT, "về việc khác hẳn"], "", SHORT, "another title goes on from neither"),
        ([WHOLE, WHOLE], SHORT, SHORT, "what its own text says is whole"),
    ],
)
def test_the_title_that_is_shown(
    cited: list[str], own: str, shown: str, reason: str, tmp_path: Path
) -> None:
    texts = [
        reading(
            f"{number}.txt",
            document(f"{number}-BC/TU", f"a.tu/nk2020/bc-tu/{number}"),
            [document(NUMBER, IDENTITY, title=title)],
        )
        for number, title in enumerate(cited, start=1)
    ]
    if own:
        texts.append(reading("own.txt", document(NUMBER, IDENTITY, title=own)))
    assert document_named(store_of(tmp_path, *texts), NUMBER).title == shown, reason
