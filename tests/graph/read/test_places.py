"""Places as people type them."""

import pytest

from graph.read.places import meant_paths

PATHS = (
    "dong-thap.cao-lanh",
    "dong-thap.huyen-cao-lanh",
    "lai-chau",
    "lai-chau.phong-tho",
    "lai-chau.tam-duong",
    "lai-chau.tam-duong.ban-bo",
    "lai-chau.xa-phong-tho",
    "thanh-hoa.quan-hoa",
)

TYPED = [
    ("Tam Đường", "lai-chau.tam-duong", "a name"),
    ("huyện Tam Đường", "lai-chau.tam-duong", "with its kind"),
    ("lai-chau.tam-duong", "lai-chau.tam-duong", "a path"),
    ("Phong Thổ", "lai-chau.phong-tho lai-chau.xa-phong-tho", "a district and a commune of today"),
    ("xã Phong Thổ", "lai-chau.xa-phong-tho", "the commune alone"),
    ("huyện Phong Thổ", "lai-chau.phong-tho", "the district alone"),
    ("huyện Cao Lãnh", "dong-thap.huyen-cao-lanh", "the district beside a city of its name"),
    ("thành phố Cao Lãnh", "dong-thap.cao-lanh", "that city"),
    ("Quan Hóa", "thanh-hoa.quan-hoa", "a name that begins like a kind"),
    ("Hà Giang", "", "no place of these"),
]


@pytest.mark.parametrize(("typed", "paths", "why"), TYPED)
def test_paths_that_a_name_means(typed: str, paths: str, why: str) -> None:
    assert meant_paths(PATHS, typed) == paths.split(), why
