SELECT DISTINCT changing.name AS "by",
  :ns || property AS relation,
  part,
  nullif(changing.date, '') AS date,
  quote, text, page, start, stop AS "end",
  changing.iri AS by_iri
FROM documents AS changed
JOIN statements ON statements.object = changed.id
JOIN documents AS changing ON changing.id = statements.subject
WHERE changed.iri IN (SELECT value FROM json_each(:document))
AND property IN (
  'replaces', 'amends', 'repeals', 'suspends', 'extends', 'corrects', 'consolidates'
)
AND statements.status IN ('accepted', 'confirmed') AND quote IS NOT NULL
ORDER BY date, by_iri, text, start
