SELECT DISTINCT plan.name AS plan,
  nullif(plan.date, '') AS date,
  :ns || edges.property AS relation,
  directive.name AS directive,
  ending.name AS "by",
  since, quote, text, page, start, stop AS "end",
  plan.iri AS plan_iri,
  directive.iri AS directive_iri,
  ending.iri AS by_iri
FROM statements
JOIN edges ON edges.object = statements.object
JOIN documents AS plan ON plan.id = edges.subject
JOIN documents AS directive ON directive.id = statements.object
JOIN documents AS ending ON ending.id = statements.subject
WHERE statements.property IN ('replaces', 'repeals')
AND statements.status IN ('accepted', 'confirmed')
AND part IS NULL AND start IS NOT NULL AND text IS NOT NULL
AND edges.property IN ('implements', 'continues', 'details', 'guides', 'basedOn')
AND edges.status <> 'inferred' AND edges.subject <> statements.subject
ORDER BY directive_iri, date, plan_iri, relation, by_iri, text, start
