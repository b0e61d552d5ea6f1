"""Names of provinces, and what became of them."""

import pytest

from ontology.institutions.places import place_by_slug, province_named, provinces


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Lai Châu", "lai-chau"),
        ("TỈNH LAI CHÂU", "lai-chau"),
        ("tỉnh Lai Châu,", "lai-chau"),
        ("lai chau", "lai-chau"),
        ("Thanh Hoá", "thanh-hoa"),
        ("KHÁNH HOÀ", "khanh-hoa"),
        ("thành phố Đà Nẵng", "da-nang"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("TP.HCM", "ho-chi-minh"),
        ("Thừa Thiên - Huế", "hue"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Bà Rịa \u2013 Vũng Tàu", "ba-ria-vung-tau"),
        ("Đắc Lắc", "dak-lak"),
        ("tỉnh Cần Thơ", "can-tho"),
        ("Hoàng Liên Sơn", "hoang-lien-son"),
    ],
)
def test_province_of_a_name(text: str, slug: str) -> None:
    place = province_named(text)
    assert place is not None
    assert place.slug == slug


@pytest.mark.parametrize(
    "text", ["", "tỉnh", "huyện Tam Đường", "thành phố Lai Châu", "thành phố Vinh", "Lai"]
)
def test_no_province(text: str) -> None:
    assert province_named(text) is None


def test_thirty_four_places_are_left_of_sixty_three() -> None:
    today = [place for place in provinces() if not place.until]
    merged = [place for place in provinces() if place.until == "2025-06-30"]
    assert (len(today), len(today) + len(merged)) == (34, 63)


@pytest.mark.parametrize(
    ("slug", "into"),
    [
        ("ha-giang", "tuyen-quang"),
        ("hai-hung", "hai-phong"),
        ("ha-tay", "ha-noi"),
        ("lai-chau", "lai-chau"),
    ],
)
def test_what_became_of_a_place(slug: str, into: str) -> None:
    place = place_by_slug(slug)
    assert place is not None
    assert place.into == into
