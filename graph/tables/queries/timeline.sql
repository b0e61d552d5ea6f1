WITH RECURSIVE
directives AS (
  SELECT id FROM documents WHERE iri IN (SELECT value FROM json_each(:directive))
),
step AS NOT MATERIALIZED (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan')
  AND status <> 'inferred'
),
reached(plan, directive) AS (
  SELECT step.subject, step.object FROM step JOIN directives ON directives.id = step.object
  UNION
  SELECT step.subject, reached.directive FROM reached JOIN step ON step.object = reached.plan
),
moments(document, relation) AS (
  SELECT id, :ns || 'Document' FROM directives
  UNION
  SELECT edges.subject, :ns || property FROM edges
  JOIN directives ON directives.id = edges.object
  WHERE relation IN (
    'implements', 'continues', 'details', 'guides', 'summarizes',
    'amends', 'replaces', 'repeals', 'extends', 'suspends', 'corrects', 'consolidates'
  ) AND status <> 'inferred'
  UNION
  SELECT edges.subject, :ns || 'carriesOut' FROM reached
  JOIN edges ON edges.object = reached.plan
  WHERE relation IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
  AND NOT EXISTS (
    SELECT 1 FROM edges AS own
    WHERE own.subject = edges.subject AND own.object = reached.directive
    AND own.relation IN ('implements', 'continues', 'details', 'guides')
    AND own.status <> 'inferred'
  )
)
SELECT DISTINCT documents.date AS date,
  moments.relation AS relation,
  documents.name AS document,
  nullif(documents.issuer, '') AS issuer,
  documents.iri AS document_iri
FROM moments JOIN documents ON documents.id = moments.document
WHERE documents.date <> ''
ORDER BY date, document_iri, relation
