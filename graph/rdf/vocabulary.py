"""The names that the graph is written with, as terms of the store, and the IRIs of its nodes.

rdflib's view of the same names is in ``graph.namespace``; it is kept apart because a question on
the command line needs the store alone.
"""

from hashlib import sha256

from pyoxigraph import NamedNode

from ontology.documents.identity import BASE
from ontology.documents.relation import CARRIES_OUT as CARRIES_OUT_RELATIONS
from ontology.documents.relation import Relation
from ontology.level import Level

NS = f"{BASE}ns#"
SCHEME = f"{BASE}scheme/"
DOCUMENT_BASE = f"{BASE}id/doc/"
REFERENCE_BASE = f"{BASE}id/ref/"
XSD = "http://www.w3.org/2001/XMLSchema#"


_NAMES: set[str] = set()


def _ld(name: str) -> NamedNode:
    _NAMES.add(name)
    return NamedNode(NS + name)


def names() -> tuple[str, ...]:
    """Return the name of every class and property, in order."""
    return tuple(sorted(_NAMES))


TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
TITLE = NamedNode("http://purl.org/dc/terms/title")
SOURCE = NamedNode("http://purl.org/dc/terms/source")
PROV = "http://www.w3.org/ns/prov#"
GENERATED_BY = NamedNode(f"{PROV}wasGeneratedBy")
USED = NamedNode(f"{PROV}used")
ENDED_AT = NamedNode(f"{PROV}endedAtTime")

# Classes
DOCUMENT = _ld("Document")
UNRESOLVED_REFERENCE = _ld("UnresolvedReference")
TEXT = _ld("Text")
MENTION = _ld("Mention")
ASSERTION = _ld("Assertion")
EXTRACTION_RUN = _ld("ExtractionRun")
SIGNATURE_CLASS = _ld("Signature")
BODY = _ld("Body")
SERIES_CLASS = _ld("Series")
REGISTER_CLASS = _ld("Register")
PERIOD_CLASS = _ld("Period")
TERM = _ld("Term")
ADMIN_UNIT = _ld("AdminUnit")
DECISION = _ld("Decision")
TEXT_PAIR = _ld("TextPair")
DUTY = _ld("Duty")
TASK = _ld("Task")
BODY_CLASS = _ld("BodyClass")

# What a document is
KEY = _ld("key")
SERIES = _ld("series")
PERIOD = _ld("period")
REGISTER = _ld("register")
IN_PERIOD = _ld("inPeriod")
ORDINAL = _ld("ordinal")
HELD = _ld("held")
HAS_TEXT = _ld("hasText")
NUMBER = _ld("number")
SYMBOL = _ld("symbol")
FULL_NUMBER = _ld("fullNumber")
SEARCH_KEY = _ld("searchKey")
DOC_TYPE = _ld("docType")
DATE = _ld("date")
ISSUED_BY = _ld("issuedBy")
IN_TERM = _ld("inTerm")
LEVEL = _ld("level")
PLACE = _ld("place")
SIGNER = _ld("signer")
BLANK_NUMBER = _ld("blankNumber")
WITHIN = _ld("within")
IDENTIFIED_BY = _ld("identifiedBy")
MENTION_COUNT = _ld("mentionCount")
UNCONFIRMED_FIELD = _ld("unconfirmedField")

# The one value that rows show where several are stated
SELECTOR = _ld("selector")
SHOWN_DATE = _ld("shownDate")
SHOWN_ISSUER = _ld("shownIssuer")
ISSUES_PLAN = _ld("issuesPlan")
SHOWN_TITLE = _ld("shownTitle")
SHOWN_LEVEL = _ld("shownLevel")
SHOWN_PLACE = _ld("shownPlace")

# Bodies, places, periods
BODY_KIND = _ld("bodyKind")
JURISDICTION = _ld("jurisdiction")
SUPERIOR = _ld("superior")
SUCCESSOR = _ld("successor")
VALID_FROM = _ld("validFrom")
VALID_UNTIL = _ld("validUntil")
AGREES_WITH = _ld("agreesWith")
RANK = _ld("rank")

# What is said, where, and by whom
STATES = _ld("states")
SUBJECT = _ld("subject")
PREDICATE = _ld("predicate")
OBJECT = _ld("object")
EVIDENCE = _ld("evidence")
CONTEXT = _ld("context")
PART = _ld("part")
SINCE = _ld("since")
SINCE_EVIDENCE = _ld("sinceEvidence")
CONFIDENCE = _ld("confidence")
STATUS = _ld("status")
METHOD = _ld("method")
PREMISE = _ld("premise")
PERIOD_YEARS = _ld("periodYears")
IN_TEXT = _ld("inText")
START = _ld("start")
PAGE = _ld("page")
BOX = _ld("box")
UNCONFIRMED = _ld("unconfirmed")
END = _ld("end")
EXACT = _ld("exact")
REFERS_TO = _ld("refersTo")
TIER = _ld("tier")
PIN = _ld("pin")
FILE_NAME = _ld("fileName")
SHA256 = _ld("sha256")
CONTENT = _ld("content")
READER = _ld("reader")
FILE_READER = _ld("fileReader")
READ_BY_OCR = _ld("readByOcr")
SIGNATURE = _ld("signature")
SIGNED_BY = _ld("signedBy")
SIGNED_AT = _ld("signedAt")

# Who owes what by when
SET_BY = _ld("setBy")
ABOUT = _ld("about")
PRODUCT = _ld("product")
EXPECTS = _ld("expects")
REVIEW_KIND = _ld("reviewKind")
BEARER = _ld("bearer")
BEARER_CLASS = _ld("bearerClass")
BEARER_PRINTED = _ld("bearerPrinted")
JOINING = _ld("joining")
TASK_PRINTED = _ld("taskPrinted")
OUTCOME = _ld("outcome")
IN_PLACE = _ld("inPlace")
EXCEPTED = _ld("excepted")
UNIT_KIND = _ld("unitKind")
DUE = _ld("due")
DUE_FROM = _ld("dueFrom")
DUE_UNTIL = _ld("dueUntil")
DUE_PRINTED = _ld("duePrinted")

# Two texts of one document
ALTERNATE_OF = _ld("alternateOf")
PAIRS = _ld("pairs")
PAIRED_BY = _ld("pairedBy")
PAIR_STATUS = _ld("pairStatus")
LIKENESS = _ld("likeness")

# What people decided
DECIDED_IN = _ld("decidedIn")
DECISION_KIND = _ld("decisionKind")
DECIDED_BY = _ld("decidedBy")
DECIDED_ON = _ld("decidedOn")
DECIDED_PROPERTY = _ld("decidedProperty")
REASON = _ld("reason")
AS_WRITTEN = _ld("asWritten")
DECISION_FILE = _ld("decisionFile")
DECISION_LINE = _ld("decisionLine")
UNAPPLIED = _ld("unapplied")

# Relations that no text states in these words
CARRIES_OUT = _ld("carriesOut")
SUMMARIZES = _ld("summarizes")
SUMMARIZES_INTERIM = _ld("summarizesInterim")
SUMMARIZES_FINAL = _ld("summarizesFinal")
CHANGES = _ld("changes")


ACCEPTED = NamedNode(f"{SCHEME}accepted")
PROPOSED = NamedNode(f"{SCHEME}proposed")
INFERRED = NamedNode(f"{SCHEME}inferred")
CONFIRMED = NamedNode(f"{SCHEME}confirmed")
REJECTED = NamedNode(f"{SCHEME}rejected")
HOLDING = (ACCEPTED, CONFIRMED, INFERRED)
"""What nobody rejected, and nobody has yet to look at."""

DOCUMENTS_GRAPH = NamedNode(f"{BASE}id/graph/documents")
"""What follows from all texts together: which documents there are, and which are held."""
KNOWN_GRAPH = NamedNode(f"{BASE}id/graph/known")
"""What the tables know of documents that the texts mention."""
VOCABULARY_GRAPH = NamedNode(f"{BASE}id/graph/vocabulary")
"""The vocabulary itself, with the schemes, terms and places that the tables give."""
INFERRED_GRAPH = NamedNode(f"{BASE}id/graph/inferred")
"""What no text states, but follows from what texts state."""
DECISIONS_GRAPH = NamedNode(f"{BASE}id/graph/decisions")
"""What people decided, and what they say of documents."""

REVIEWS = {"interim": SUMMARIZES_INTERIM, "final": SUMMARIZES_FINAL}


def relation_node(relation: Relation, review: str = "") -> NamedNode:
    """Return the property of a relation; a review that is interim or final has its own.

    >>> relation_node(Relation.SUMMARIZES, "final").value
    'https://w3id.org/luocdo/ns#summarizesFinal'
    """
    if relation is Relation.SUMMARIZES and review in REVIEWS:
        return REVIEWS[review]
    return _ld(relation.term)


RELATION_NAMES: dict[NamedNode, str] = {
    **{relation_node(relation): relation.value for relation in Relation},
    SUMMARIZES_INTERIM: Relation.SUMMARIZES.value,
    SUMMARIZES_FINAL: Relation.SUMMARIZES.value,
    CARRIES_OUT: "carries_out",
}
"""Every property that links two documents, with the name it goes by in answers."""


def predicates_named(relation: str) -> tuple[NamedNode, ...]:
    """Return the properties that go by a name in answers, the plain one first.

    >>> [node.value.partition("#")[2] for node in predicates_named("summarizes")]
    ['summarizes', 'summarizesInterim', 'summarizesFinal']
    """
    return tuple(node for node, name in RELATION_NAMES.items() if name == relation)


CARRYING_OUT = tuple(
    sorted(
        (relation_node(relation) for relation in CARRIES_OUT_RELATIONS), key=lambda node: node.value
    )
)
"""The properties that lead from what carries out to what is carried out."""
ISSUING = (relation_node(Relation.APPROVES), relation_node(Relation.PROMULGATES))
"""The properties of which one says that a decision issues a plan."""


def text_node(sha: str) -> NamedNode:
    """Return the node of the text with this hash."""
    return NamedNode(f"{BASE}id/text/{sha}")


def text_graph(sha: str) -> NamedNode:
    """Return the named graph that holds what this text says."""
    return NamedNode(f"{BASE}id/graph/text/{sha}")


def sha_of(node: NamedNode) -> str:
    """Return the hash of the text whose node or graph this is."""
    return node.value.rpartition("/")[2]


def mention_node(sha: str, start: int, end: int) -> NamedNode:
    """Return the node of a place in a text."""
    return NamedNode(f"{BASE}id/mention/{digest(sha, start, end)}")


def assertion_node(subject: str, predicate: str, target: str, *where: object) -> NamedNode:
    """Return the node of one statement of a claim: what is claimed, and where or from what."""
    return NamedNode(f"{BASE}id/assertion/{digest(subject, predicate, target, *where)}")


def claim_node(subject: str, predicate: str, target: str) -> NamedNode:
    """Return the node of what is claimed, wherever it is claimed."""
    return NamedNode(f"{BASE}id/claim/{digest(subject, predicate, target)}")


def scheme_node(scheme: str, slug: str) -> NamedNode:
    """Return the concept ``slug`` of a scheme ("type")."""
    return NamedNode(f"{SCHEME}{scheme}/{slug}")


def level_node(level: Level) -> NamedNode:
    """Return the concept of a level."""
    return NamedNode(SCHEME + level.value)


def thing_node(kind: str, *path: str) -> NamedNode:
    """Return the node of a body, place, term or series; ``path`` consists of slugs."""
    return NamedNode(f"{BASE}id/{kind}/{'/'.join(path)}")


def digest(*parts: object) -> str:
    """Return what tells one node from another, from what it is made of."""
    return sha256("|".join(map(str, parts)).encode()).hexdigest()[:24]
