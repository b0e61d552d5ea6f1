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
# ## Tô màu dẫn chiếu bằng displaCy · *Citations marked by displaCy*
#
# Thành phần `luocdo` chạy trong spaCy; mỗi dẫn chiếu là một đoạn trong `doc.spans["luocdo"]`.
#
# *The component `luocdo` runs in spaCy; each citation is a span in `doc.spans["luocdo"]`.*

# %%
import spacy

nlp = spacy.blank("xx")
nlp.add_pipe("luocdo")
doc = nlp(reading.source.text)
[(span.text, span._.document.key) for span in doc.spans["luocdo"]][:5]
