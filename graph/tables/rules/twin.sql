WITH numbered AS MATERIALIZED (
  SELECT iri, date, numbers.number AS number, substr(key, 1, instr(key, '/') - 1) AS series
  FROM documents JOIN numbers ON numbers.document = documents.id
  WHERE key <> '' AND length(date) = 10
)
SELECT DISTINCT one.iri AS this, other.iri AS other
FROM numbered AS one
JOIN numbered AS other USING (number, date, series)
WHERE one.iri < other.iri
