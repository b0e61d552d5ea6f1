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
# # 5. Tin được đến đâu, và sửa thế nào
# *How far it can be trusted, and how to correct it.*

# %%
from pathlib import Path
from tempfile import mkdtemp

import pandas as pd

from graph import KnowledgeGraph

kg = KnowledgeGraph.build("corpus", store=mkdtemp())

# %% [markdown]
# ## So với đáp án · *Against the gold table*
#
# `corpus/expected.csv` liệt kê mọi quan hệ mà hai mươi ba văn bản minh họa phải cho ra (không kể dẫn chiếu, kiểm tra, quán triệt).
# So từng dòng:
#
# *`corpus/expected.csv` lists every link that the sample documents must give. Line by line:*

# %%
expected = pd.read_csv("corpus/expected.csv")
UNTOLD = {"cites", "monitors", "disseminates"}


def key(text):
    """Trả về IRI của văn bản mà một ô của bảng đáp án gọi tên."""
    return kg.document(text).iri


wanted = {(key(row.subject), row.relation, key(row.object)) for row in expected.itertuples()}
found = {
    (subject, link["relation"], target)
    for subject, target, link in kg.networkx().edges(data=True)
    if link["relation"] not in UNTOLD
}
right = wanted & found
pd.DataFrame(
    {
        "đáp án": [len(wanted)],
        "tìm thấy": [len(found)],
        "đúng": [len(right)],
        "độ chính xác": [len(right) / len(found)],
        "độ phủ": [len(right) / len(wanted)],
    }
)

# %% [markdown]
# Văn bản minh họa được viết cho chương trình này, nên con số ở trên chỉ cho biết chương trình chưa hỏng. Trên văn bản thật, hãy tự
# kiểm: lấy hai mươi quan hệ rải đều, đọc câu dẫn, đếm số đúng.
#
# *The samples were written for this project: the figures above only show that nothing is broken. On your own documents take twenty
# links spread over the whole, read the quotes, and count.*

# %%
links = kg.sparql(
    """
    SELECT DISTINCT ?subject ?relation ?object ?quote WHERE {
      ?a ld:subject/skos:prefLabel ?subject ; ld:predicate ?relation ;
         ld:object/skos:prefLabel ?object ; ld:evidence/ld:exact ?quote .
    } ORDER BY ?subject ?object ?quote
    """
)
links[::9]

# %% [markdown]
# ## Độ tin cậy · *Confidence*
#
# Mỗi quan hệ có quy tắc đã tìm ra nó, và độ tin cậy của quy tắc ấy.
#
# *Each link has the rule that found it, and the confidence of that rule.*

# %%
kg.sparql(
    "SELECT ?rule ?confidence (COUNT(DISTINCT ?a) AS ?links) WHERE {"
    " ?a a ld:Assertion ; ld:method ?rule ; ld:confidence ?confidence } GROUP BY ?rule ?confidence ORDER BY DESC(?links)"
).to_pandas()

# %% [markdown]
# ## Những chỗ cần người xem · *What a person should look at*

# %%
kg.check()

# %%
kg.ask("unresolved")

# %% [markdown]
# ## Sửa bằng quyết định của người · *Corrections by people*
#
# Tệp `decisions.csv` do bạn giữ (nên để trong git): ai, khi nào, quyết định gì, vì sao. Nó được áp dụng ở mỗi lần dựng kho, và hiện ra
# như một loại bằng chứng riêng. `luocdo review` gợi ý từng dòng.
#
# *Keep `decisions.csv` under version control: who, when, what, why. It is applied on every build and shown as evidence of its own
# kind; `luocdo review` proposes the lines.*

# %%
folder = Path(mkdtemp())
decisions = folder / "decisions.csv"
decisions.write_text(
    "who,when,decision,subject,relation,object,text,why\n"
    "Nguyễn Thị An,2026-11-20,name,124-QĐ/TW,issuer,Ban Bí thư,,đối chiếu bản chính\n",
    encoding="utf-8",
)
corrected = KnowledgeGraph.build("corpus", store=folder / "store", decisions=decisions)
corrected.document("124-QĐ/TW").fields

# %%
corrected.check()
