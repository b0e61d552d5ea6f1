"""Plans of communes written from models, drafts of what was signed, and scans of Word files.

Every sentence is made up. Random numbers come from a seed, so that each run makes the same texts.
"""

from dataclasses import dataclass
from random import Random

TOPICS = (
    "phát triển du lịch cộng đồng",
    "bảo vệ và phát triển rừng",
    "chuyển đổi số trong cơ quan",
    "giảm nghèo bền vững",
    "phòng cháy, chữa cháy ở khu dân cư",
    "xây dựng nông thôn mới",
    "cải cách thủ tục hành chính",
    "chăm sóc sức khỏe ban đầu",
    "phổ cập giáo dục và xóa mù chữ",
    "giữ gìn trật tự an toàn giao thông",
    "vệ sinh môi trường nông thôn",
    "phòng, chống thiên tai",
    "bảo tồn nghề dệt truyền thống",
    "phát triển cây chè chất lượng cao",
    "quản lý đất đai và trật tự xây dựng",
    "nâng cao chất lượng sinh hoạt chi bộ",
    "công tác dân vận khéo",
    "phòng, chống dịch bệnh gia súc",
    "đào tạo nghề cho thanh niên",
    "xây dựng gia đình văn hóa",
    "sắp xếp tổ chức bộ máy",
    "tiết kiệm điện và nước sạch",
    "tuyên truyền pháp luật cho nhân dân",
)
COMMUNES = (
    "Bản Bo",
    "Sơn Bình",
    "Nà Tăm",
    "Khun Há",
    "Thèn Sin",
    "Tả Lèng",
    "Hồ Thầu",
    "Bình Lư",
    "Giang Ma",
    "Bản Giang",
)
_SENTENCES = (
    "Nâng cao nhận thức của cán bộ, đảng viên và nhân dân về {topic}",
    "Cụ thể hóa các nhiệm vụ được giao thành việc làm thiết thực, phù hợp với điều kiện của cơ sở",
    "Việc triển khai phải có trọng tâm, tránh hình thức, gắn với phong trào thi đua của từng thôn",
    "Mỗi quý tổ chức ít nhất {a} buổi họp dân để trao đổi về {topic}",
    "Vận động {b} hộ gia đình ký cam kết tham gia ngay trong sáu tháng đầu năm",
    "Bố trí {c} triệu đồng từ nguồn thu của địa phương và huy động thêm sự đóng góp tự nguyện",
    "Trưởng các thôn lập danh sách người phụ trách, gửi về văn phòng trước ngày {d} hằng tháng",
    "Phân công từng thành viên theo dõi địa bàn, kịp thời tháo gỡ khó khăn ngay từ nơi phát sinh",
    "Biểu dương tập thể làm tốt, nhắc nhở nơi làm chậm và công khai kết quả trên loa truyền thanh",
    "Đoàn thanh niên đảm nhận phần việc xung kích, hội phụ nữ vận động từng gia đình hội viên",
    "Kiểm tra định kỳ hai lần trong năm, lấy ý kiến của người dân làm thước đo kết quả thực hiện",
    "Khi có vướng mắc, các đơn vị phản ánh về bộ phận thường trực để được hướng dẫn thống nhất",
    "Cuối năm đánh giá kết quả về {topic}, đề xuất nhiệm vụ của năm tiếp theo",
    "Bộ phận một cửa niêm yết công khai nội dung, tiếp nhận góp ý và trả lời bằng văn bản",
    "Các trường học lồng ghép nội dung vào giờ sinh hoạt, phù hợp với lứa tuổi của học sinh",
    "Nguồn lực được sử dụng đúng mục đích, có chứng từ đầy đủ và chịu sự giám sát của cộng đồng",
    "Người có uy tín trong cộng đồng được mời tham gia ngay từ khâu xây dựng chương trình",
    "Kết quả từng đợt được ghi vào sổ theo dõi chung và báo cáo tại cuộc giao ban gần nhất",
)
_NEW = (
    "Ưu tiên những việc người dân cần trước, việc khó có người hướng dẫn tận nơi",
    "Phối hợp chặt chẽ giữa các ngành, không để trùng lặp nhiệm vụ và lãng phí công sức",
    "Thông tin hai chiều được giữ thường xuyên qua nhóm trao đổi trực tuyến của các thôn",
    "Những cách làm hay được nhân rộng sau khi rút kinh nghiệm tại nơi làm điểm",
)


@dataclass(frozen=True, slots=True)
class Model:
    """What the plans of one model share: their topic, their sentences and the figures in them."""

    topic: str
    sentences: tuple[str, ...]


def model(number: int) -> Model:
    """Return one model of a plan; the same number gives the same."""
    random = Random(number)
    topic = TOPICS[number % len(TOPICS)]
    figures = {name: str(random.randint(2, 90)) for name in "abcd"}
    chosen = random.sample(_SENTENCES, 13)
    return Model(topic, tuple(text.format(topic=topic, **figures) for text in chosen))


def plan(
    of: Model,
    commune: str,
    *,
    number: str = "",
    day: str = "",
    year: int = 2021,
    headless: bool = False,
) -> str:
    """Return the plan of a commune after a model; a draft has neither number nor day.

    One without a head does not say where it is from but in its sentences.
    """
    head = (
        f"HUYỆN TAM ĐƯỜNG\nỦY BAN NHÂN DÂN XÃ {commune.upper()}\n"
        f"Số: {number or '     '}/KH-UBND\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"{commune}, ngày {day or '    '} tháng 5 năm {year}\n\n"
    )
    lines = "\n".join(
        f"{index}. {sentence}." for index, sentence in enumerate(of.sentences, start=1)
    )
    return (
        f"{'' if headless else head}KẾ HOẠCH\nVề {of.topic} năm {year}\n\n"
        f"Thực hiện Kết luận số 69-KL/TU ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy Lai Châu, "
        f"Ủy ban nhân dân xã {commune} xây dựng kế hoạch năm {year} như sau:\n{lines}\n"
        f"Trên đây là kế hoạch của Ủy ban nhân dân xã {commune}.\n"
    )


def edited(text: str, random: Random, sentences: int) -> str:
    """Return ``text`` with so many of its numbered sentences put otherwise."""
    lines = text.split("\n")
    numbered = [index for index, line in enumerate(lines) if line[:1].isdigit() and ". " in line]
    for index in random.sample(numbered, sentences):
        counted = lines[index].partition(" ")[0]
        lines[index] = f"{counted} {random.choice(_NEW)}."
    return "\n".join(lines)


_LOOK_ALIKES = {
    **{"ă": "ä", "ầ": "à", "ế": "é", "ệ": "é", "ộ": "ô", "ợ": "ơ", "ư": "u", "ủ": "ú", "ị": "i"},
    **{"m": "rn", "l": "1", "o": "0", "c": "e", "n": "ri", "h": "b", "t": "f", "i": "ì", "đ": "d"},
    **{"1": "7", "2": "7", "5": "6", "6": "8", "9": "3", "0": "8", "3": "8"},
}


def scanned(text: str, random: Random, share: float) -> str:
    """Return ``text`` as a machine reads it from a picture: ``share`` of its letters are wrong."""
    return "".join(
        _LOOK_ALIKES.get(char, random.choice("aeiunx"))
        if not char.isspace() and random.random() < share
        else char
        for char in text
    )
