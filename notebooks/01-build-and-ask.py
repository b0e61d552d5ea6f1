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
# # 1. Từ thư mục văn bản đến câu trả lời
# *From a folder of documents to an answer.*
#
# Sổ tay này đọc hai mươi ba văn bản minh họa trong `corpus/`, rồi hỏi: **văn bản nào triển khai Kết luận 69-KL/TU của Lai Châu,
# ở đâu, từ khi nào, và câu nào nói vậy?** Muốn dùng cho văn bản của mình, chỉ cần đổi đường dẫn `corpus`.
#
# *This notebook reads the twenty-three sample documents in `corpus/` and asks which documents carry out conclusion 69-KL/TU of
# Lai Châu, where, since when, and which words say so. For your own documents change the path.*

# %%
from tempfile import mkdtemp

from graph import KnowledgeGraph

kg = KnowledgeGraph.build("corpus", store=mkdtemp())
kg

# %% [markdown]
# `kg` là đồ thị: văn bản là nút, quan hệ là cạnh. Bình thường bạn giữ kho ở một thư mục cố định
# (`KnowledgeGraph.build("…", store=".luocdo")`); lần chạy sau chỉ đọc những tệp đã thay đổi.
#
# *`kg` is the graph. Keep the store in a folder of its own, and only files that changed are read again.*

# %%
kg.report

# %% [markdown]
# ## Tìm một văn bản · *Find a document*
#
# Gõ số hiệu như thường viết, có dấu hay không dấu. Một số hiệu có thể là của nhiều văn bản:
#
# *Type a number as people do. One number may belong to several documents:*

# %%
kg.find("69-kl/tu")

# %% [markdown]
# Hai tỉnh có hai Kết luận 69-KL/TU khác nhau. Nếu hỏi mà không nói rõ, chương trình không đoán:
#
# *Two provinces have a 69-KL/TU each. Where the question does not say which, nothing is guessed:*

# %%
from graph import GraphError

try:
    kg.plans("69-KL/TU")
except GraphError as error:
    print(error)

# %% [markdown]
# ## Văn bản triển khai, kèm câu dẫn · *What carries it out, with the words*

# %%
plans = kg.plans("69-KL/TU@lai-chau")
plans

# %% [markdown]
# Mỗi dòng là một bản ghi có kiểu; dùng như đối tượng Python, hoặc chuyển sang bảng của pandas (giống Excel):
#
# *Each row is a typed record; use it as an object, or take the table on to pandas:*

# %%
first = plans[0]
print(first.document, "·", first.date, "·", first.issuer)
print(f"“{first.quote}”")
print(first.text, first.start, first.end)

# %%
plans.to_pandas()[["document", "date", "level", "place", "steps"]]

# %% [markdown]
# Văn bản 716/KH-UBND đi qua hai bước: nó thực hiện 61-KH/HU, và 61-KH/HU thực hiện 69-KL/TU. Cả chuỗi nằm trong `chain`:
#
# *716/KH-UBND takes two steps; the whole chain is in `chain`:*

# %%
for link in plans[3].chain:
    print(link.subject, "→", link.relation, "→", link.object)
    print("   ", f"“{link.quote}”")

# %% [markdown]
# ## Lọc · *Choose*

# %%
kg.plans("25-NQ/TW@XI", level="huyện")

# %% [markdown]
# Cấp gõ bằng tiếng Việt hay tiếng Anh đều được. *A level is named in either language.*
#
# ## Một văn bản, đầy đủ · *One document in full*

# %%
kg.document("124-QĐ/TW")

# %% [markdown]
# Hai văn bản nói khác nhau về cơ quan ban hành: cả hai đều được giữ, và được chỉ ra. Sửa thế nào: xem
# [`05-quality`](05-quality.ipynb).
#
# *Two texts disagree on who issued it: both are kept and shown.*
#
# ## Câu hỏi soạn sẵn · *Ready-made questions*

# %%
kg.questions()

# %%
kg.ask("lag", "69-KL/TU@lai-chau")

# %%
kg.ask("places-without-plan", "26-CT/TU", as_of="1/1/2025")

# %% [markdown]
# ## Ghi ra tệp · *Write to a file*
#
# `plans.to_csv("ke-hoach.csv")` ghi một tệp mà Excel mở được. Tiếp theo: [`02-sparql`](02-sparql.ipynb).
#
# *With a file's name it writes a file that Excel opens.*

# %%
print(plans.to_csv()[:200], "…")
