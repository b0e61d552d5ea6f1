"""German prose made for measuring, as dense in references as the Vietnamese one."""

import random
from collections.abc import Iterator
from itertools import count

from benchmarks.prose.filling import filled

_LAWS = ("BGB", "StGB", "ZPO", "HGB", "VwGO", "SGB X", "AufenthG", "BauGB", "UStG", "GewO")
_COURTS = ("BGH", "BVerwG", "BAG", "OLG Hamm", "OVG Münster", "LG Kiel", "BSG")
_WHO = ("der Kläger", "die Beklagte", "die Gemeinde", "das Amt", "der Vermieter", "die Zeugin")
_DID = (
    "hat den Antrag schriftlich begründet",
    "trug die Kosten des Verfahrens selbst",
    "ließ das Dach im Herbst erneuern",
    "widersprach der Abrechnung rechtzeitig",
    "legte die Unterlagen erst im Termin vor",
    "hielt die Frist um zwei Tage nicht ein",
)


def text_of(size: int) -> str:
    """Return a text of ``size`` bytes in UTF-8, less at most one paragraph."""
    return filled(size, _paragraphs(random.Random(1900)))


def _paragraphs(dice: random.Random) -> Iterator[str]:
    for number in count(1):
        who, did, other, more = (dice.choice(pool) for pool in (_WHO, _DID, _WHO, _DID))
        law, day = dice.choice(_LAWS), f"{dice.randint(1, 28):02}.{dice.randint(1, 12):02}"
        yield dice.choice(
            (
                f"Nach § {number} Abs. {dice.randint(1, 5)} {law} bleibt es dabei, denn {who} "
                f"{did}; "
                f"auch {other} {more}, ohne dass es hierauf noch ankäme.",
                f"Anders liegt es bei § {number} {law}: {who} {did}, während {other} {more}. So "
                "schon "
                f"{dice.choice(_COURTS)}, Urteil vom {day}.{dice.randint(1990, 2023)} - "
                f"{dice.choice(('IV', 'VIII', 'XII'))} ZR {number}/{dice.randint(10, 23)}; "
                f"{who} {more}.",
                f"Die §§ {number} und {number + 1} {law} helfen hier nicht weiter; {who} {did}, "
                "doch "
                f"{other} {more}. Was {who} dazu noch vorbringt, überzeugt nicht, denn "
                f"{other} {did}, und zwar ohne Not.",
                f"So lag es auch hier: {who} {did}, {other} {more}, und dabei blieb es.",
                f"Im Frühjahr ging es langsam voran: {who} {did}, {other} {more}, und am Ende "
                "blieb die "
                f"Rechnung offen; vgl. § {number} Abs. 1 Satz 2 {law}.",
            )
        )
