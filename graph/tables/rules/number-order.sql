WITH
-- A register is all of a key but the number; what is known by its name alone is in none.
registered AS (
  SELECT iri, date, key, rtrim(key, replace(key, '/', '')) AS register
  FROM documents WHERE length(date) = 10 AND key GLOB '*/*/*/[0-9]*'
),
numbered AS (
  SELECT iri, date, register, CAST(substr(key, length(register) + 1) AS INTEGER) AS ordinal
  FROM registered
),
following AS MATERIALIZED (
  SELECT *, max(ordinal) OVER (
    PARTITION BY register ORDER BY ordinal GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING
  ) AS before
  FROM numbered
)
SELECT DISTINCT one.iri AS this,
  :ns || 'date' AS path,
  one.date AS value,
  other.iri AS other,
  other.date AS later
FROM following AS one
JOIN following AS other ON other.register = one.register AND other.ordinal = one.before
WHERE one.date < other.date
