SELECT DISTINCT :ns || property AS relation,
  quote, text, page, box, start, stop AS "end", rule, confidence
FROM statements
JOIN documents AS one ON one.id = statements.subject
JOIN documents AS other ON other.id = statements.object
WHERE one.iri IN (SELECT value FROM json_each(:subject))
AND other.iri IN (SELECT value FROM json_each(:object))
AND statements.status IN ('accepted', 'confirmed')
AND quote IS NOT NULL AND confidence IS NOT NULL
ORDER BY relation, text, start
