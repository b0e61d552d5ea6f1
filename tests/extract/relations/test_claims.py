"""What holds for every claim, whatever its relation: its evidence, its rule, its two documents."""

from ontology.documents.relation import Relation
from tests.extract.relations.test_claims_carrying_out import CARRYING_OUT
from tests.extract.relations.test_claims_legal_effects import LEGAL_EFFECTS
from tests.extract.relations.test_claims_passive import PASSIVE
from tests.extract.texts import claim_of, in_body, party_plan, reading_of


def test_evidence_holds_the_verb_and_both_documents() -> None:
    sentence = "Kế hoạch số 61-KH/HU, ngày 18/6/2021 về thực hiện Kết luận số 69-KL/TU"
    reading = reading_of(in_body(f"Xem {sentence} của Tỉnh ủy."))
    claim = claim_of(reading, "61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU")
    assert claim.span.of(reading.source).startswith(sentence)


def test_claim_says_its_rule_and_how_sure_it_is() -> None:
    reading = reading_of(party_plan("về thực hiện Kết luận số 69-KL/TU", "Xem Luật Đất đai."))
    assert {claim.relation for claim in reading.claims} == {Relation.IMPLEMENTS, Relation.CITES}
    assert all(claim.rule and 0 < claim.confidence <= 1 for claim in reading.claims)


def test_no_document_is_related_to_itself() -> None:
    reading = reading_of(
        party_plan("về thực hiện Kết luận số 69-KL/TU", "Xem Kế hoạch số 88-KH/HU.")
    )
    assert all(claim.subject != claim.object for claim in reading.claims)


def test_plain_citing_is_left_out_where_more_is_said() -> None:
    reading = reading_of(
        party_plan("về thực hiện Kết luận số 69-KL/TU", "Theo Kết luận số 69-KL/TU.")
    )
    assert [claim.relation for claim in reading.claims] == [Relation.IMPLEMENTS]


def test_every_relation_between_cited_documents_is_shown_by_a_row() -> None:
    shown = {case.values[2] for case in (*CARRYING_OUT, *LEGAL_EFFECTS, *PASSIVE)}
    assert {relation.value for relation in Relation} - shown == {"based_on", "cites"}
