WITH RECURSIVE
step AS NOT MATERIALIZED (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan')
  AND status <> 'inferred'
),
reached(plan, directive) AS (
  SELECT step.subject, step.object FROM step JOIN documents ON documents.id = step.object
  WHERE documents.iri IN (SELECT value FROM json_each(:directive))
  UNION
  SELECT step.subject, reached.directive FROM reached JOIN step ON step.object = reached.plan
)
SELECT DISTINCT plan.name AS plan,
  directive.date AS issued,
  plan.date AS date,
  CAST(julianday(plan.date) - julianday(directive.date) AS INTEGER) AS days,
  plan.iri AS plan_iri
FROM reached
JOIN documents AS plan ON plan.id = reached.plan
JOIN documents AS directive ON directive.id = reached.directive
WHERE length(plan.date) = 10 AND length(directive.date) = 10
-- A plan stands for the decision that issues it.
AND NOT EXISTS (
  SELECT 1 FROM edges AS issue
  WHERE issue.subject = plan.id AND issue.relation = 'issues_plan'
  AND (
    issue.object = directive.id
    OR (issue.object, directive.id) IN (SELECT reached.plan, reached.directive FROM reached)
  )
)
ORDER BY days, plan.iri
