# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 4. Đọc một văn bản
# *Reading one text.*
#
# Không cần kho: `extract.read` đọc một tệp (hoặc một chuỗi) và trả về những gì văn bản đó nói.
#
# *Without a store: `extract.read` takes a file or a string and returns what that text says.*

# %%
from pathlib import Path

import pandas as pd

from extract import read

reading = read(Path("corpus/lai-chau_tam-duong_61-kh-hu_2021.txt"))
reading.document

# %%
pd.DataFrame(
    [
        (one.type, one.number, one.symbol, ", ".join(one.dates), one.level.value, one.title[:60])
        for one in reading.documents
    ],
    columns=["loại", "số", "ký hiệu", "ngày", "cấp", "trích yếu"],
)

# %%
pd.DataFrame(
    [
        (
            claim.subject,
            claim.relation.value,
            claim.object,
            claim.rule,
            claim.span.of(reading.source),
        )
        for claim in reading.claims
    ],
    columns=["chủ thể", "quan hệ", "đối tượng", "quy tắc", "câu dẫn"],
)

# %% [markdown]
# Vị trí (`start`, `end`) đếm theo ký tự của tệp như đã đọc, nên cắt tệp ra là được đúng câu dẫn:
#
# *Offsets count characters of the file as read: cut the file there and you have the quote.*

# %%
claim = next(one for one in reading.claims if one.relation.value == "implements")
reading.source.text[claim.span.start : claim.span.end]

# %% [markdown]
# ## Tô màu dẫn chiếu bằng displaCy · *Citations marked by displaCy*
#
# Thành phần `luocdo` chạy trong spaCy; mỗi dẫn chiếu là một đoạn trong `doc.spans["luocdo"]`, `span._.document` là văn bản
# được nói đến, `span._.fields` là điều in ra ở đó.
#
# *The component `luocdo` runs in spaCy; each citation is a span in `doc.spans["luocdo"]`, with the document that it means and
# the fields that are printed there.*

# %%
import spacy
from spacy import displacy

nlp = spacy.blank("xx")
nlp.add_pipe("luocdo")
doc = nlp(reading.source.text)
pd.DataFrame(
    [
        (span.text, span._.document["key"], span._.fields["date"], span._.fields["issuer"])
        for span in doc.spans["luocdo"]
    ],
    columns=["đoạn", "văn bản", "ngày", "cơ quan"],
).head(5)

# %% [markdown]
# Phần đầu của văn bản, dẫn chiếu được tô; nhãn là kiểu dẫn chiếu, liên kết dẫn tới IRI của văn bản:
#
# *The head of the text with its citations; the label is the kind of citation, the link is the document's IRI:*

# %%
from extract.spacy_component import as_arcs, as_spans

head = nlp(reading.source.text[:1100])
displacy.render(as_spans(head), style="span", manual=True)

# %% [markdown]
# Quan hệ vẽ thành cung, từ chủ thể tới đối tượng (bỏ `cites` cho đỡ rối):
#
# *Relations as arcs, from the subject to the object, plain citations left out:*

# %%
named = {one["relation"] for one in doc._.claims} - {"cites"}
displacy.render(
    as_arcs(doc, named), style="dep", manual=True, options={"distance": 260, "compact": True}
)

# %% [markdown]
# ## Sửa một bảng và xem kết quả · *Correct a table and see the effect*
#
# Chương trình không biết cụm từ “làm theo”, nên câu dưới đây chỉ cho một dẫn chiếu:
#
# *The program does not know the phrase “làm theo” (act by), so that this sentence gives a mere citation:*

# %%
sentence = (
    "HUYỆN ỦY TAM ĐƯỜNG\nSố 75-KH/HU\nTam Đường, ngày 12 tháng 5 năm 2022\n\n"
    "KẾ HOẠCH\nvề công tác dân vận năm 2022\n-----\n\n"
    "Kế hoạch này làm theo Kết luận số 69-KL/TU ngày 09/4/2021 của Tỉnh ủy Lai Châu."
)
[(one.relation.value, one.object) for one in read(sentence).claims]

# %% [markdown]
# Cụm từ nằm trong bảng `ontology/data/cues.csv`, mỗi dòng một cụm từ. Sổ tay này sửa trên một bản sao, để chương trình của bạn
# giữ nguyên; khi đã vừa ý thì sửa chính tệp ấy rồi chạy lại `luocdo build`.
#
# *Phrases stand in `ontology/data/cues.csv`, one in a row. Here a copy is changed, so that your program stays as it is; to keep
# a change make it in that file and run `luocdo build` again.*

# %%
import os
import shutil
import subprocess
import sys
from tempfile import mkdtemp

import ontology

copy = Path(mkdtemp())
shutil.copytree(Path(ontology.__file__).parent, copy / "ontology")
cues = copy / "ontology" / "data" / "cues.csv"
print(*cues.read_text("utf-8").splitlines()[:4], sep="\n")

# %%
with cues.open("a", encoding="utf-8") as table:
    table.write("implements,làm theo,act by,cách viết của huyện ta\n")

# %% [markdown]
# Một tiến trình Python mới đọc bảng trong bản sao (`PYTHONPATH`):
#
# *A new Python process reads the tables of the copy:*


# %%
def read_with(folder):
    """Trả về các quan hệ mà câu ấy nêu, theo các bảng trong thư mục đã cho."""
    script = """
import sys
from extract import read
for one in read(sys.stdin.read()).claims:
    print(one.relation.value, one.object)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=sentence,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return (done.stdout or done.stderr.splitlines()[-1]).strip()


read_with(copy)

# %% [markdown]
# Dẫn chiếu đã thành `implements`. Dòng sai thì được báo ngay, kèm tên tệp, số dòng và giá trị mong đợi:
#
# *The citation has become `implements`. A wrong row is told of, with file, line and what was expected:*

# %%
with cues.open("a", encoding="utf-8") as table:
    table.write("thuc-hien,noi theo,follow,gõ nhầm tên quan hệ\n")
read_with(copy)

# %% [markdown]
# Mọi bảng và cột: [`docs/tables.md`](../docs/tables.md). Tiếp theo: [`05-quality`](05-quality.ipynb).
#
# *Every table and column: see `docs/tables.md`.*
