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
# # 3. Nhìn thấy đồ thị
# *Seeing the graph.*

# %%
from tempfile import mkdtemp

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

from graph import KnowledgeGraph

kg = KnowledgeGraph.build("corpus", store=mkdtemp())

# %% [markdown]
# ## Trang lược đồ · *The page*
#
# Một tệp HTML duy nhất, mở không cần mạng: gửi cho đồng nghiệp, chép vào USB, chiếu trong cuộc họp đều được.
#
# *One HTML file that needs no network: send it, carry it on a USB stick, show it in a meeting.*

# %%
kg.explore("69-KL/TU@lai-chau", "luocdo.html")

# %% [markdown]
# ## Số đo của mạng · *Measures of the network*
#
# `kg.networkx()` cho một đồ thị của networkx. Văn bản nào đứng giữa nhiều chuỗi triển khai nhất?
#
# *Which documents stand in the middle of most chains?*

# %%
network = kg.networkx()
carrying = nx.DiGraph()
carrying.add_edges_from(
    (plan, directive)
    for plan, directive, link in network.edges(data=True)
    if link["relation"] in {"implements", "continues", "details", "guides"}
)
between = nx.betweenness_centrality(carrying)
measures = pd.DataFrame(
    {
        "văn bản": [network.nodes[iri]["selector"] for iri in carrying],
        "được triển khai bởi": [carrying.in_degree(iri) for iri in carrying],
        "triển khai": [carrying.out_degree(iri) for iri in carrying],
        "ở giữa": [round(between[iri], 4) for iri in carrying],
    }
)
measures.sort_values(["ở giữa", "văn bản"], ascending=[False, True]).head(6)

# %%
nx.number_weakly_connected_components(carrying), nx.dag_longest_path_length(carrying)

# %% [markdown]
# Số đầu: bao nhiêu chuỗi rời nhau; số sau: chuỗi dài nhất có mấy bước.
#
# *How many chains are apart from each other, and how many steps the longest one has.*
#
# ## Dòng thời gian · *A timeline*

# %%
timeline = kg.ask("timeline", "25-NQ/TW@XI").to_pandas()
timeline["date"] = pd.to_datetime(timeline["date"])
timeline["relation"] = timeline["relation"].str.rpartition("#")[2]
timeline[["document", "date", "relation"]]

# %%
figure, axes = plt.subplots(figsize=(9, 3.2))
axes.scatter(timeline["date"], range(len(timeline)), color="#0b5394")
for place, row in timeline.iterrows():
    axes.annotate(row["document"], (row["date"], place), xytext=(6, -3), textcoords="offset points")
axes.set_yticks([])
axes.set_title("Nghị quyết 25-NQ/TW (khóa XI): các mốc triển khai")
axes.set_xlim(right=timeline["date"].max() + pd.DateOffset(years=3))
figure.tight_layout()

# %% [markdown]
# ## Ma trận nơi – chỉ đạo · *Places by directives*
#
# Ô trắng nghĩa là **không thấy trong tập văn bản này**, không phải là chưa triển khai.
#
# *An empty cell means none found in this collection.*

# %%
coverage = kg.ask("coverage").to_pandas()
coverage = coverage[coverage["plans"] > 0]
coverage["place"] = coverage["place"].str.rpartition("/")[2]
coverage["directive"] = coverage["directive"].str.slice(0, 26)
matrix = coverage.pivot_table(index="place", columns="directive", values="plans", fill_value=0)
figure, axes = plt.subplots(figsize=(9, 4.6))
axes.imshow(matrix.to_numpy(), cmap="Blues", vmin=0, aspect="auto")
axes.set_xticks(range(len(matrix.columns)), matrix.columns, rotation=35, ha="right", fontsize=8)
axes.set_yticks(range(len(matrix.index)), matrix.index, fontsize=8)
for row in range(matrix.shape[0]):
    for column in range(matrix.shape[1]):
        count = int(matrix.iat[row, column])
        if count:
            axes.text(column, row, count, ha="center", va="center", backgroundcolor="white")
axes.set_title("Số văn bản triển khai")
figure.tight_layout()
