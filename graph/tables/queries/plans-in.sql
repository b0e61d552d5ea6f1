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
),
asked(home) AS (SELECT substr(value, length(:place_base) + 1) FROM json_each(:place))
SELECT DISTINCT plan.name AS plan,
  :scheme || nullif(plan.level, '') AS level,
  :place_base || plan.place AS "where",
  nullif(plan.date, '') AS date,
  nullif(plan.issuer, '') AS issuer,
  plan.iri AS plan_iri
FROM reached
JOIN documents AS plan ON plan.id = reached.plan
JOIN asked ON plan.place = home OR instr(plan.place, home || '.') = 1
WHERE
-- A plan stands for the decision that issues it.
NOT EXISTS (
  SELECT 1 FROM edges AS issue
  WHERE issue.subject = plan.id AND issue.relation = 'issues_plan'
  AND (
    issue.object = directive
    OR (issue.object, directive) IN (SELECT reached.plan, reached.directive FROM reached)
  )
)
ORDER BY date, plan_iri
