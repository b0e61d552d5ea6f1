"""What a decision may do, and which cells each kind of decision needs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from graph.identity.numbers import parse_typed
from graph.rdf import vocabulary as ld
from ontology.dates import partial_date
from ontology.documents.relation import Relation
from ontology.spelling import slug

FIELDS: Final = ("title", "date", "issuer", "number")
"""What a person may give a document: the relations of a decision ``name``."""
RELATIONS: Final = tuple(dict.fromkeys(ld.RELATION_NAMES.values()))
"""What a person may accept or reject, as answers call it."""
ADDED_RELATIONS: Final = tuple(relation.value for relation in Relation)
"""What a person may add: what a text can state, not what is only ever inferred."""


class Kind(StrEnum):
    """What a decision does."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    NAME = "name"
    ADD = "add"
    EXCUSE = "excuse"
    MET_BY = "met-by"
    NOT_A_DUTY = "not-a-duty"
    EXPECT = "expect"


OF_DEBTS: Final = frozenset({Kind.EXCUSE, Kind.MET_BY, Kind.NOT_A_DUTY})
"""Kinds that are about what is owed; their subject is a debt by the id that answers show."""
_DEBT: Final = re.compile(
    r"""
    (?P<duty>[0-9a-f]{12})                           # the order: the same for all who owe it
    (?: @ (?P<place>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*) )?   # the place of one of a class of bodies
    (?: @ (?P<day>\d{4}-\d\d-\d\d) )?                 # the last day of one of several periods
    """,
    re.VERBOSE,
)


class Expected(StrEnum):
    """What a cell should have held, where that is not one of a few words."""

    SOMETHING = "something"
    NOTHING = "nothing"
    DAY = "day"
    DATE = "date"
    LETTERS = "letters"
    NUMBER = "number"
    ANOTHER = "another"
    CELLS = "cells"
    LINE = "line"
    DEBT = "debt"
    DUTY = "duty"
    PRODUCT = "product"
    BODY = "body"


class WrongCell(Exception):
    """A cell that is not what it must be."""

    def __init__(self, column: str, given: str, expected: str) -> None:
        super().__init__(f"{column} is {given!r}; expected {expected}")
        self.column = column
        self.given = given
        self.expected = expected


@dataclass(frozen=True, slots=True)
class DebtName:
    """Which debt is meant: of which duty, whose, of which period; empty where it is about all."""

    duty: str
    place: str
    day: str


def debt_named(typed: str) -> DebtName | None:
    """Return the debt that an id names, None where it is no id.

    >>> debt_named("7d2f7883df1d@lai-chau.tam-duong")
    DebtName(duty='7d2f7883df1d', place='lai-chau.tam-duong', day='')
    """
    found = _DEBT.fullmatch(typed)
    return DebtName(found["duty"], found["place"] or "", found["day"] or "") if found else None


def _check_link(cells: dict[str, str]) -> None:
    cells["relation"] = choice(cells, "relation", RELATIONS)
    require(cells, "object")
    refuse(cells, "text")


def _check_merge(cells: dict[str, str]) -> None:
    refuse(cells, "relation")
    require(cells, "object")
    if cells["object"] == cells["subject"]:
        raise WrongCell("object", cells["object"], Expected.ANOTHER)


def _check_split(cells: dict[str, str]) -> None:
    refuse(cells, "relation")
    require(cells, "text")


def _check_name(cells: dict[str, str]) -> None:
    field = cells["relation"] = choice(cells, "relation", FIELDS)
    value = require(cells, "object")
    refuse(cells, "text")
    if field == "date" and not partial_date(value):
        raise WrongCell("object", value, Expected.DATE)
    if field == "issuer" and not slug(value):
        raise WrongCell("object", value, Expected.LETTERS)
    if field == "number" and not parse_typed(value).letters:
        raise WrongCell("object", value, Expected.NUMBER)


def _check_add(cells: dict[str, str]) -> None:
    """Demand the words of a link to add with the text that they stand in, or neither."""
    cells["relation"] = choice(cells, "relation", ADDED_RELATIONS)
    if require(cells, "object") == cells["subject"]:
        raise WrongCell("object", cells["object"], Expected.ANOTHER)
    if cells["text"] or cells["quote"]:
        require(cells, "text")
        require(cells, "quote")


def _check_excuse(cells: dict[str, str]) -> None:
    refuse(cells, "relation")
    refuse(cells, "object")
    refuse(cells, "text")
    if not debt_named(cells["subject"]):
        raise WrongCell("subject", cells["subject"], Expected.DEBT)


def _check_met(cells: dict[str, str]) -> None:
    require(cells, "object")
    _check_excuse(cells | {"object": ""})


def _check_expected(cells: dict[str, str]) -> None:
    """Demand what is owed and about which document; its last day stands where others name a text.

    What the words mean is told where the texts are known (``graph.decisions.expected``).
    """
    require(cells, "relation")
    require(cells, "object")


def _check_duty(cells: dict[str, str]) -> None:
    """Demand the order alone: whether words give an order does not depend on who owes it."""
    _check_excuse(cells)
    if "@" in cells["subject"]:
        raise WrongCell("subject", cells["subject"], Expected.DUTY)


CHECKS: Final[Mapping[Kind, Callable[[dict[str, str]], None]]] = {
    Kind.ACCEPT: _check_link,
    Kind.REJECT: _check_link,
    Kind.MERGE: _check_merge,
    Kind.SPLIT: _check_split,
    Kind.NAME: _check_name,
    Kind.ADD: _check_add,
    Kind.EXCUSE: _check_excuse,
    Kind.MET_BY: _check_met,
    Kind.NOT_A_DUTY: _check_duty,
    Kind.EXPECT: _check_expected,
}


def require(cells: dict[str, str], column: str) -> str:
    """Return the cell of a column that has to hold something; raises WrongCell."""
    if not cells[column]:
        raise WrongCell(column, "", Expected.SOMETHING)
    return cells[column]


def refuse(cells: dict[str, str], column: str) -> None:
    """Raise WrongCell where a column holds something that the kind has no use for."""
    if cells[column]:
        raise WrongCell(column, cells[column], Expected.NOTHING)


def choice(cells: dict[str, str], column: str, words: Sequence[str]) -> str:
    """Return the cell of a column that is one of ``words``, in small letters; raises WrongCell."""
    word = cells[column].casefold()
    if word not in words:
        raise WrongCell(column, cells[column], ", ".join(words))
    return word
