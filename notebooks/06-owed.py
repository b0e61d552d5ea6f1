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
# # 6. Ai phải làm gì, đến bao giờ
# *Who owes what by when.*
#
# Chỉ thị 26-CT/TU của Lai Châu (văn bản minh họa) giao các huyện ủy, thành ủy xây dựng kế hoạch trước ngày 31/10/2024, và một xã báo cáo
# trước ngày 30/9/2025. Huyện thì làm đúng hạn, huyện thì muộn, huyện thì chưa thấy; có nơi kho không giữ văn bản nào; một huyện được miễn;
# xã kia đã nhập vào xã khác.
#
# *A directive orders plans by a day and a report by another: one is in time, one late, one missing; of some bodies nothing is held, one is
# excused, and the commune became a part of another.*

# %%
from pathlib import Path
from tempfile import mkdtemp

import matplotlib.pyplot as plt
import pandas as pd

from graph import KnowledgeGraph

folder = Path(mkdtemp())
kg = KnowledgeGraph.build("corpus", store=folder / "store")
DIRECTIVE, DAY = "26-CT/TU", "15/10/2025"

# %%
owed = kg.owed(DIRECTIVE, as_of=DAY)
owed

# %% [markdown]
# Mỗi dòng có câu giao việc, văn bản đáp ứng, hoặc vì sao chưa rõ. Không thấy văn bản trong kho thì trước hết nói về cái kho: chỉ nơi mà kho
# có giữ văn bản cùng thời mới bị gọi là quá hạn.
#
# *Each row has the words that order it, the document that meets it, or why that is not known. Silence says something about the collection
# first: only a body of which papers of that time are held is called overdue.*

# %%
table = owed.to_pandas()
table[["body", "due", "status", "met_by", "doubt"]]

# %% [markdown]
# ## Người quyết định · *People decide*
#
# Mã của một việc ghi vào tệp quyết định thì miễn được việc ấy, kèm ai, ngày nào, vì sao. Ở đây huyện Than Uyên được miễn.
#
# *A line with the id of a debt excuses it, with who, when and why.*

# %%
excused = table.loc[table.body == "Huyện ủy Than Uyên", "id"].item()
decisions = folder / "decisions.csv"
decisions.write_text(
    "who,when,decision,subject,relation,object,text,why\n"
    f"Nguyễn Thị An,2024-11-05,excuse,{excused},,,,đã có quy chế đối thoại từ năm 2023\n",
    encoding="utf-8",
)
kg = KnowledgeGraph.build("corpus", store=folder / "store", decisions=decisions)
table = kg.owed(DIRECTIVE, as_of=DAY).to_pandas()
table.loc[table.decided != "", ["body", "status", "decided"]]

# %% [markdown]
# ## Ma trận theo ngày · *A matrix over time*
#
# Cùng một kho, hỏi tính đến các ngày khác nhau. *The same collection, asked as of several days.*

# %%
DAYS = ["2024-09-01", "2024-10-15", "2024-11-10", "2024-12-31", "2025-10-15"]
SIGNS = {
    "met": "✓",
    "met-late": "✓ muộn",
    "not-due": "…",
    "due-soon": "… sắp hạn",
    "overdue": "! quá hạn",
    "unknown": "?",
    "excused": "- miễn",
    "lapsed": "x",
}
matrix = pd.DataFrame(
    {
        day: {(row.body, row.product): SIGNS[row.status] for row in kg.owed(DIRECTIVE, as_of=day)}
        for day in DAYS
    }
)
matrix

# %% [markdown]
# ## Dòng thời gian · *A timeline*
#
# Hạn là vạch đứng; chấm là ngày văn bản đáp ứng. *A line is the last day, a dot the document that meets it.*

# %%
dated = [row for row in kg.owed(DIRECTIVE, as_of=DAY) if row.met_by]
issued = {row.met_by: kg.document(row.met_by).date for row in dated}
fig, ax = plt.subplots(figsize=(9, 2.6))
for place, row in enumerate(dated):
    due, done = pd.Timestamp(row.due), pd.Timestamp(issued[row.met_by])
    ax.plot([done, due], [place, place], color="#888888", linewidth=1)
    ax.plot([due], [place], marker="|", markersize=18, color="#b00020" if done > due else "#1b5e20")
    ax.plot([done], [place], marker="o", color="#0d47a1")
    ax.annotate(row.met_by, (done, place), xytext=(0, 8), textcoords="offset points", fontsize=8)
ax.set_yticks(range(len(dated)), [row.body for row in dated])
ax.margins(y=0.3)
fig.tight_layout()

# %% [markdown]
# ## SPARQL

# %%
kg.sparql(
    """
    SELECT DISTINCT ?orders ?body ?product ?due ?words WHERE {
      ?duty a ld:Duty ; ld:setBy/skos:prefLabel ?orders ; ld:product/skos:prefLabel ?product ;
            ld:bearer/skos:prefLabel ?body ; ld:dueUntil ?due ; ld:evidence/ld:exact ?words .
      FILTER(LANG(?product) = "vi")
    } ORDER BY ?due
    """
)

# %% [markdown]
# Ra lịch và ra Excel: `luocdo owed 26-CT/TU --calendar han.ics`, `luocdo owed 26-CT/TU --format xlsx > viec.xlsx`.
# *To a calendar and to Excel.*
