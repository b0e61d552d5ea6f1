"""The four levels of Party and State bodies."""

from enum import StrEnum


class Level(StrEnum):
    """Where in the country a body stands; the order is from the centre outwards."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
