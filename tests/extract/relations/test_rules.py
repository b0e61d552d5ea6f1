"""Every rule that finds relations stands in the table, and no rule of the table is without code."""

from pathlib import Path

import pytest

from graph.decisions.additions import RULE_QUOTED, RULE_REASONED
from graph.facts.inference import RULE_ADOPTED, RULE_ADOPTING
from ontology.documents.extraction_rules import all_extraction_rules, rule_confidence

CODE = "".join(
    path.read_text("utf-8") for path in (Path(__file__).parents[3] / "extract").rglob("*.py")
)
INFERRED = {RULE_ADOPTED, RULE_ADOPTING}
BY_PEOPLE = {RULE_QUOTED, RULE_REASONED}


@pytest.mark.parametrize("rule", all_extraction_rules(), ids=lambda rule: rule.name)
def test_rule_is_emitted_by_the_code(rule: object) -> None:
    name = getattr(rule, "name")  # noqa: B009
    assert f'"{name}"' in CODE or name in INFERRED | BY_PEOPLE


def test_conclusions_have_no_confidence_of_their_own() -> None:
    bare = {rule.name for rule in all_extraction_rules() if rule.confidence is None}
    assert bare == INFERRED


def test_a_rule_that_is_not_in_the_table_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        rule_confidence("hunch")
