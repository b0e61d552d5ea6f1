SELECT directive.name AS directive,
  count(DISTINCT plan.id) AS plans,
  count(DISTINCT nullif(plan.place, '')) AS places,
  nullif(directive.date, '') AS date,
  directive.iri AS directive_iri
FROM edges
JOIN documents AS plan ON plan.id = edges.subject
JOIN documents AS directive ON directive.id = edges.object
WHERE relation IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
GROUP BY directive.id
ORDER BY plans DESC, directive.iri
