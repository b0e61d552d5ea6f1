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
# # 2. Hỏi bằng SPARQL
# *Asking in SPARQL.*
#
# SPARQL là ngôn ngữ hỏi đồ thị. Bạn viết những bộ ba “chủ thể – quan hệ – đối tượng”, chỗ chưa biết thì đặt biến bắt đầu bằng
# dấu `?`. Các tiền tố `ld:`, `skos:`, … đã có sẵn.
#
# *SPARQL asks a graph: write triples of subject, relation and object, with a variable (`?x`) for what you want to know. The
# prefixes `ld:`, `skos:` and others are bound.*

# %%
from tempfile import mkdtemp

from graph import KnowledgeGraph

kg = KnowledgeGraph.build("corpus", store=mkdtemp())
# %load_ext graph.magic

# %% [markdown]
# ## Câu hỏi đầu tiên · *A first SELECT*
#
# Văn bản nào thực hiện (`ld:implements`) văn bản nào? `skos:prefLabel` là tên gọi.
#
# *Which document carries out which? `skos:prefLabel` is what it is called.*

# %% tags=["active-ipynb"]
# %%sparql
# SELECT DISTINCT ?plan ?directive WHERE {
#   ?p ld:implements ?d .
#   ?p skos:prefLabel ?plan .
#   ?d skos:prefLabel ?directive .
# }
# ORDER BY ?directive ?plan

# %% [markdown]
# `DISTINCT` bỏ những dòng lặp lại: một quan hệ do hai văn bản cùng nêu thì nằm trong hai đồ thị.
#
# *`DISTINCT` drops repeated rows: what two texts state stands in two graphs.*
#
# ## Dùng biến của sổ tay · *Variables of the notebook*
#
# `-b directive` gắn biến Python `directive` vào `?directive`; `-o steps` giữ kết quả. Giá trị không bao giờ bị hiểu là SPARQL.
#
# *`-b` binds a Python variable, `-o` keeps the answer. A value is never read as SPARQL.*

# %%
directive = kg.document("25-NQ/TW@XI")

# %% tags=["active-ipynb"]
# %%sparql -o steps -b directive
# SELECT DISTINCT ?plan ?relation ?target ?quote ?text WHERE {
#   VALUES ?relation { ld:implements ld:continues }
#   ?t (ld:implements|ld:continues)* ?directive .
#   ?p ?relation ?t .
#   ?assertion ld:subject ?p ; ld:predicate ?relation ; ld:object ?t ; ld:evidence ?mention .
#   ?mention ld:exact ?quote ; ld:inText/ld:fileName ?text .
#   ?p skos:prefLabel ?plan . ?t skos:prefLabel ?target .
# }
# ORDER BY ?target ?plan ?text

# %% [markdown]
# Đó là cả dòng thác từ Trung ương xuống xã, mỗi bước kèm câu dẫn: dấu `*` đi qua bao nhiêu bước cũng được.
#
# *That is the whole cascade from the centre to a commune, each step with its words: `*` follows any number of steps.*

# %%
len(steps), steps[0].quote

# %% [markdown]
# ## Phủ địa bàn · *Coverage*
#
# Câu hỏi soạn sẵn `coverage` đếm văn bản triển khai theo nơi, cả nơi phải có mà chưa có; pandas chọn nơi đã có và xoay thành bảng.
#
# *The ready-made question `coverage` counts by place, those that owe one and have none too; pandas makes a matrix of those that have.*

# %%
coverage = kg.ask("coverage").to_pandas()
coverage = coverage[coverage["plans"] > 0]
coverage["place"] = coverage["place"].str.rpartition("/")[2]
coverage.pivot_table(
    index="place", columns="directive", values="plans", fill_value=0, aggfunc="sum"
)

# %% [markdown]
# ## Độ trễ · *Lag*
#
# Tính số ngày giữa hai ngày ban hành. `ld:shownDate` là ngày được chọn để hiển thị khi các văn bản nêu khác nhau.
#
# *Days between the two dates. `ld:shownDate` is the date that is shown where texts disagree.*

# %% tags=["active-ipynb"]
# %%sparql -o lag
# SELECT DISTINCT ?plan ?directive ?issued ?date WHERE {
#   ?p ld:implements ?d ; ld:shownDate ?date ; skos:prefLabel ?plan .
#   ?d ld:shownDate ?issued ; skos:prefLabel ?directive .
# }
# ORDER BY ?plan

# %%
import pandas as pd

frame = lag.to_pandas()
frame["days"] = (pd.to_datetime(frame["date"]) - pd.to_datetime(frame["issued"])).dt.days
frame.sort_values("days")[["plan", "directive", "days"]]

# %% [markdown]
# ## Khi câu hỏi sai · *When a query is wrong*
#
# Chương trình chỉ đúng chỗ sai và gợi ý từ gần nhất:
#
# *The place is marked, and the nearest right name offered:*

# %% tags=["active-ipynb"]
# %%sparql
# SELECT ?plan WHERE {
#   ?plan ld:implement ?directive .
# }

# %% [markdown]
# ## CONSTRUCT: vẽ ra · *drawn*
#
# Kết quả của CONSTRUCT là những bộ ba, và được vẽ: văn bản chỉ đạo ở trên, văn bản triển khai ở dưới.
#
# *Its answer is triples, and drawn: directives above what carries them out.*

# %% tags=["active-ipynb"]
# %%sparql
# CONSTRUCT { ?a ld:implements ?b } WHERE { ?a ld:implements ?b }

# %% [markdown]
# ## Trong Python thuần · *In plain Python*
#
# `kg.sparql(query, **bindings)` trả về bảng, bản vẽ hoặc đúng/sai; `kg.rdf` là `rdflib.Dataset` trên cùng kho.
#
# *It returns a table, a drawing or True/False; `kg.rdf` is an rdflib Dataset over the same store. Next:
# [`03-see`](03-see.ipynb).*

# %%
kg.sparql("ASK { ?report ld:summarizesFinal ?directive }", directive=directive)
