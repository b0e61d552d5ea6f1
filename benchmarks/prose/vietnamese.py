"""Vietnamese prose made for measuring: it cites as plans do, and no number comes twice.

The same size gives the same text: about one reference in 190 bytes, as reports hold them, or in
600, as much other prose does.
"""

import random
from collections.abc import Callable, Iterator

from benchmarks.prose.filling import filled

_PLACES = ("Sơn La", "Hà Giang", "Lào Cai", "Yên Bái", "Điện Biên", "Tuyên Quang", "Bắc Kạn")
_TOPICS = (
    "hòa giải ở cơ sở",
    "chăm sóc người cao tuổi",
    "trồng rừng phòng hộ",
    "nước sạch nông thôn",
    "dạy nghề cho thanh niên",
    "phòng chống cháy rừng",
    "bảo tồn nghề dệt",
    "đường liên bản",
    "chợ phiên vùng cao",
    "thư viện trường học",
    "tiêm phòng gia súc",
    "giống lúa mới",
)
_WHO = (
    "tổ trưởng",
    "trưởng bản",
    "cán bộ xã",
    "đoàn viên",
    "hội viên",
    "giáo viên",
    "y sĩ thôn bản",
)
_DID = (
    "đã đi từng nhà để nghe bà con nói",
    "góp ngày công dựng lại nhà họp",
    "ghi sổ và đọc lại trước bản",
    "phân công người theo dõi từng việc",
    "mở lớp buổi tối ngay tại nhà văn hóa",
    "gửi danh sách về huyện",
    "chọn hai bản làm trước để rút kinh nghiệm",
    "vận động mỗi nhà trồng thêm một hàng tre",
)
_LAWS = (
    "Luật Hòa giải ở cơ sở",
    "Luật Lâm nghiệp",
    "Luật Thư viện",
    "Luật Chăn nuôi",
    "Luật Việc làm",
)
_MINISTRIES = (
    ("BTP", "Bộ Tư pháp"),
    ("BNV", "Bộ Nội vụ"),
    ("BYT", "Bộ Y tế"),
    ("BCT", "Bộ Công Thương"),
)


class _Numbers:
    """Numbers that do not come twice in one text."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._last = 0

    def next(self) -> int:
        self._last += self._dice.randint(1, 3)
        return self._last

    def party(self) -> str:
        kind, word = self._dice.choice(
            (("KL", "Kết luận"), ("NQ", "Nghị quyết"), ("CT", "Chỉ thị"))
        )
        body, issuer = self._dice.choice(
            (("TU", "Ban Thường vụ Tỉnh ủy"), ("TW", "Ban Bí thư"), ("HU", "Huyện ủy"))
        )
        return f"{word} số {self.next()}-{kind}/{body}, ngày {self.day()} của {issuer}"

    def state(self) -> str:
        year = self._dice.randint(2005, 2024)
        code, ministry = self._dice.choice(_MINISTRIES)
        return self._dice.choice(
            (
                f"Quyết định số {self.next()}/{year}/QĐ-TTg của Thủ tướng Chính phủ",
                f"Nghị định số {self.next()}/{year}/NĐ-CP ngày {self.day()} của Chính phủ",
                f"Thông tư số {self.next()}/{year}/TT-{code} của {ministry}",
                f"Quyết định số {self.next()}/QĐ-UBND ngày {self.day()} của UBND tỉnh",
            )
        )

    def plan(self) -> str:
        return self._dice.choice(
            (f"Kế hoạch số {self.next()}-KH/HU", f"Kế hoạch số {self.next()}/KH-UBND")
        )

    def day(self) -> str:
        day, month = self._dice.randint(1, 28), self._dice.randint(1, 12)
        return f"{day:02}/{month}/{self._dice.randint(2005, 2023)}"


def _paragraphs(dice: random.Random, *, sparse: bool) -> Iterator[str]:
    numbers = _Numbers(dice)
    note = 0
    forms: tuple[Callable[[], str], ...] = (
        lambda: (
            f"{numbers.plan()}, ngày {numbers.day()} về thực hiện {numbers.party()} về "
            f"{dice.choice(_TOPICS)}; {dice.choice(_WHO)} {dice.choice(_DID)}, {dice.choice(_WHO)} "
            f"{dice.choice(_DID)}."
        ),
        lambda: (
            f"Tại {dice.choice(_PLACES)}, {dice.choice(_WHO)} {dice.choice(_DID)} theo "
            f"{numbers.state()} về {dice.choice(_TOPICS)}, sau đó {dice.choice(_DID)}. Đến nay "
            "đã có "
            f"{dice.randint(20, 90)} bản làm xong, còn {dice.randint(2, 19)} bản đường xa chưa tới."
        ),
        lambda: (
            f"- Về {dice.choice(_TOPICS)}: {numbers.state()} sửa đổi, bổ sung một số điều của "
            f"{numbers.state()}; {numbers.state()}, trong đó {dice.choice(_WHO)} "
            f"{dice.choice(_DID)}, "
            f"{dice.choice(_WHO)} {dice.choice(_DID)} và {dice.choice(_DID)}."
        ),
        lambda: (
            f"a) {dice.choice(_LAWS)} và {numbers.state()} hướng dẫn về {dice.choice(_TOPICS)}; "
            f"{dice.choice(_WHO)} {dice.choice(_DID)}, báo cáo trước ngày {numbers.day()}."
        ),
        lambda: (
            f"Tổng kết {dice.randint(2, 15)} năm thực hiện {numbers.party()}, huyện thấy rằng "
            f"{dice.choice(_WHO)} {dice.choice(_DID)}; riêng việc {dice.choice(_TOPICS)} thì "
            f"{dice.choice(_WHO)} {dice.choice(_DID)}."
        ),
        lambda: (
            f"Các Quyết định số {numbers.next()}, {numbers.next()} và {numbers.next()}/QĐ-UBND về "
            f"{dice.choice(_TOPICS)} được treo ở nhà họp; {dice.choice(_WHO)} {dice.choice(_DID)}, "
            f"{dice.choice(_WHO)} {dice.choice(_DID)}, {dice.choice(_WHO)} {dice.choice(_DID)}."
        ),
        lambda: (
            f"Buổi họp ở {dice.choice(_PLACES)} kéo dài đến khuya, {dice.choice(_WHO)} "
            f"{dice.choice(_DID)} rồi {dice.choice(_DID)}; người già kể chuyện cũ cho người trẻ "
            "nghe."
        ),
        lambda: (
            f"Mùa này ở {dice.choice(_PLACES)} nước lên chậm, {dice.choice(_WHO)} "
            f"{dice.choice(_DID)}; "
            f"việc {dice.choice(_TOPICS)} do {dice.choice(_WHO)} lo, mỗi tháng họp một lần vào "
            "buổi tối."
        ),
    )
    for number in range(1, 1_000_000):
        if number % 12 == 0:
            yield f"\n{number // 12}. Về {dice.choice(_TOPICS)}\n"
        if number % 15 == 0:
            note += 1
            yield f"Các chi bộ đã tuyên truyền văn bản của cấp trên<sup>{note}</sup> đến nhà.\n"
            yield f"<sup>{note}</sup> {numbers.party()}; {numbers.party()}.\n"
        yield dice.choice(forms)()
        if sparse:
            yield from (dice.choice(forms[-2:])() for _ in range(3))


def text_of(size: int, *, sparse: bool = False) -> str:
    """Return a text of ``size`` bytes in UTF-8, less at most one paragraph.

    A ``sparse`` one has about a third of the references.
    """
    dice = random.Random(2013)
    numbers = _Numbers(dice)
    head = (
        "TỈNH ỦY LAI CHÂU\nHUYỆN ỦY PHONG THỔ\n*\nSố 9001-KH/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Phong Thổ, ngày 12 tháng 5 năm 2023\n\nKẾ HOẠCH\n"
        f"về thực hiện {numbers.party()}\n-----\n"
    )
    return f"{head}\n{filled(size - len(head.encode()), _paragraphs(dice, sparse=sparse))}"
