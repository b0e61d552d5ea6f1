WITH RECURSIVE
step AS NOT MATERIALIZED (
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
),
counted(directive, place, plans) AS (
  SELECT reached.directive, plan.place, count(*)
  FROM reached JOIN documents AS plan ON plan.id = reached.plan
  WHERE plan.place <> ''
  -- A plan stands for the decision that issues it.
  AND (
    reached.plan NOT IN (SELECT subject FROM edges WHERE relation = 'issues_plan')
    OR NOT EXISTS (
      SELECT 1 FROM edges AS issue
      WHERE issue.subject = reached.plan AND issue.relation = 'issues_plan'
      AND (
        issue.object = reached.directive
        OR (issue.object, reached.directive) IN (SELECT done.plan, done.directive FROM reached AS done)
      )
    )
  )
  GROUP BY reached.directive, plan.place
)
SELECT documents.name AS directive,
  :place_base || counted.place AS place,
  plans,
  documents.iri AS directive_iri
FROM counted JOIN documents ON documents.id = counted.directive
ORDER BY documents.iri, counted.place
