SELECT DISTINCT document.name AS object,
  nullif(document.date, '') AS issued,
  changing.name AS "by",
  nullif(changing.date, '') AS date,
  :ns || property AS relation,
  part,
  iif(effect IS NULL, NULL, since) AS since,
  iif(since IS NULL, NULL, effect) AS effect,
  context, quote, text, page, start, stop AS "end",
  document.iri AS object_iri,
  changing.iri AS by_iri
FROM documents AS document
JOIN statements ON statements.object = document.id
JOIN documents AS changing ON changing.id = statements.subject
WHERE (json_array_length(:document) = 0
  OR document.iri IN (SELECT value FROM json_each(:document)))
AND document.id IN (
  SELECT object FROM edges
  WHERE relation IN ('repeals', 'replaces', 'suspends', 'extends', 'amends')
  AND edges.status <> 'inferred'
)
AND property IN (
  'repeals', 'replaces', 'suspends', 'extends', 'amends',
  'implements', 'continues', 'details', 'guides', 'basedOn'
)
AND statements.status IN ('accepted', 'confirmed') AND quote IS NOT NULL
ORDER BY object_iri, by_iri, relation, text, start
