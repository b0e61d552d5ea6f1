WITH RECURSIVE
below(id) AS (
  SELECT id FROM documents WHERE iri IN (SELECT value FROM json_each(:directive))
  UNION
  SELECT edges.subject FROM below JOIN edges ON edges.object = below.id
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan') AND edges.status <> 'inferred'
)
SELECT DISTINCT plan.name AS plan,
  :ns || property AS relation,
  carried.name AS carried_out,
  quote, text, page, start, stop AS "end",
  plan.iri AS plan_iri,
  carried.iri AS carried_out_iri
FROM below
JOIN statements ON statements.object = below.id
JOIN documents AS plan ON plan.id = statements.subject
JOIN documents AS carried ON carried.id = statements.object
WHERE property IN ('implements', 'continues', 'details', 'guides') AND statements.status IN ('accepted', 'confirmed')
AND quote IS NOT NULL
ORDER BY carried_out_iri, plan_iri, text, start
