"""American legal prose made for measuring, as dense in references as the Vietnamese one."""

import random
from collections.abc import Iterator
from itertools import count

from benchmarks.prose.filling import filled

_REPORTERS = ("U.S.", "F.2d", "F.3d", "F. Supp.", "S. Ct.", "A.2d", "P.2d", "N.E.2d")
_PARTIES = ("Harlow", "Pine Mill Co.", "Ostrander", "City of Wells", "Beck", "Tidewater Bank")
_WHO = ("the tenant", "the county", "the seller", "the clerk", "the insurer", "the widow")
_DID = (
    "gave notice in writing before the term began",
    "paid the cost of the survey alone",
    "had the roof repaired in the fall",
    "objected to the account in good time",
    "brought the papers to the hearing only",
    "missed the deadline by two days",
)


def text_of(size: int) -> str:
    """Return a text of ``size`` bytes in UTF-8, less at most one paragraph."""
    return filled(size, _paragraphs(random.Random(1803)))


def _paragraphs(dice: random.Random) -> Iterator[str]:
    for number in count(1):
        who, did, other, more = (dice.choice(pool) for pool in (_WHO, _DID, _WHO, _DID))
        first, second = dice.sample(_PARTIES, 2)
        reporter, year = dice.choice(_REPORTERS), dice.randint(1950, 2020)
        volume, page = number % 600 + 1, dice.randint(1, 1200)
        yield dice.choice(
            (
                f"So it was in {first} v. {second}, {volume} {reporter} {page} ({year}), where "
                f"{who} {did}, and {other} {more} though nothing turned on it.",
                f"The rule of 42 U.S.C. § {number} does not help here; {who} {did}, while {other} "
                f"{more}. What {who} says beyond that does not persuade, for {other} {did}.",
                f"See {first} v. {second}, {volume} {reporter} {page}, {page + 3} ({year}); "
                f"{who} {did}, but {other} {more}. Compare {second} v. {first}, {volume + 1} "
                f"{reporter} {page} ({year}), in which {who} {more}.",
                f"It lay so here as well: {who} {did}, {other} {more}, and there it stayed.",
                f"In the spring it went slowly: {who} {did}, {other} {more}, and in the end the "
                f"account stayed open, as {volume} {reporter} {page} has it.",
            )
        )
