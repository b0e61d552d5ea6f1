"""The words of the command line, in both languages and both directions."""

from string import Formatter

from graph.words import labels, sentences
from ontology.documents.relation import Relation


def test_every_sentence_has_the_same_blanks_in_both_languages() -> None:
    def blanks(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}

    for key, (vietnamese, english) in sentences.SENTENCES.items():
        assert blanks(vietnamese) == blanks(english), key


def test_every_relation_has_words_in_both_directions() -> None:
    names = {*map(str, Relation), "carries_out"}
    assert set(labels.RELATION_WORDS) == set(labels.INVERSE_WORDS) == names
