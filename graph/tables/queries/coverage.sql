WITH RECURSIVE
step AS (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan')
  AND status <> 'inferred'
),
reached(plan, directive) AS (
  SELECT subject, object FROM step
  WHERE object IN (
    SELECT object FROM edges
    WHERE relation IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
  )
  UNION
  SELECT step.subject, reached.directive FROM reached JOIN step ON step.object = reached.plan
)
SELECT directive.name AS directive,
  :place || plan.place AS place,
  count(DISTINCT plan.id) AS plans,
  directive.iri AS directive_iri
FROM reached
JOIN documents AS plan ON plan.id = reached.plan
JOIN documents AS directive ON directive.id = reached.directive
WHERE plan.place <> ''
-- A plan stands for the decision that issues it.
AND NOT EXISTS (
  SELECT 1 FROM edges AS issue
  WHERE issue.subject = plan.id AND issue.relation = 'issues_plan'
  AND (
    issue.object = directive.id
    OR (issue.object, directive.id) IN (SELECT reached.plan, reached.directive FROM reached)
  )
)
GROUP BY directive.id, plan.place
ORDER BY directive.iri, plan.place
