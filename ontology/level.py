"""The four levels of Party and State bodies."""

from enum import StrEnum
from typing import Final

from ontology.dates import PartialDate


class Level(StrEnum):
    """Where in the country a body stands; the order is from the centre outwards.

    >>> list(Level)[0], Level("province") is Level.PROVINCE
    (<Level.CENTRAL: 'central'>, True)
    """

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


DISTRICTS_ENDED: Final = PartialDate("2025-06-30")
"""The last day of the district level (Nghị quyết 203/2025/QH15, Luật 72/2025/QH15)."""
