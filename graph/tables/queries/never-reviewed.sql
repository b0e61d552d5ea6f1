SELECT directive.name AS directive,
  count(DISTINCT edges.subject) AS plans,
  nullif(directive.date, '') AS date,
  directive.iri AS directive_iri
FROM edges
JOIN documents AS directive ON directive.id = edges.object
WHERE relation IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
AND NOT EXISTS (
  SELECT 1 FROM edges AS review
  WHERE review.object = directive.id AND review.relation = 'summarizes'
)
GROUP BY directive.id
ORDER BY plans DESC, directive.iri
