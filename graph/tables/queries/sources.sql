WITH RECURSIVE
step AS NOT MATERIALIZED (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan')
  AND status <> 'inferred'
),
reached(document, source) AS (
  SELECT step.subject, step.object FROM documents JOIN step ON step.subject = documents.id
  WHERE documents.iri IN (SELECT value FROM json_each(:document))
  UNION
  SELECT reached.document, step.object FROM reached JOIN step ON step.subject = reached.source
)
SELECT DISTINCT source.name AS source,
  :scheme || nullif(source.level, '') AS level,
  nullif(source.date, '') AS date,
  nullif(source.issuer, '') AS issuer,
  source.iri AS source_iri
FROM reached
JOIN documents AS source ON source.id = reached.source
-- A plan is what its decision issues, and no source of it.
WHERE NOT EXISTS (
  SELECT 1 FROM edges AS issue
  WHERE issue.subject = reached.document AND issue.relation = 'issues_plan'
  AND issue.object = source.id
)
ORDER BY date, source_iri
