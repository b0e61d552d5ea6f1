WITH RECURSIVE
asked(place) AS (SELECT value FROM json_each(:place) UNION SELECT value FROM json_each(:compared)),
paths(within, path) AS (SELECT place, substr(place, length(:place_base) + 1) FROM asked),
-- What lies in a place has its path, a dot, and more; a stroke comes next to a dot.
plans(id, within) AS (
  SELECT id, within FROM paths JOIN documents ON documents.place = path
  UNION ALL
  SELECT id, within FROM paths JOIN documents
  ON documents.place > path || '.' AND documents.place < path || '/'
),
step AS NOT MATERIALIZED (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan')
  AND status <> 'inferred'
),
reached(plan, directive) AS (
  SELECT subject, object FROM plans JOIN step ON subject = plans.id
  UNION
  SELECT reached.plan, step.object FROM reached JOIN step ON step.subject = reached.directive
),
-- A plan stands for the decision that issues it.
behind(decision, directive) AS (
  SELECT subject, object FROM plans JOIN edges ON subject = plans.id
  WHERE relation = 'issues_plan'
  UNION
  SELECT behind.decision, step.object FROM behind JOIN step ON step.subject = behind.directive
)
SELECT DISTINCT directive.name AS directive,
  plans.within AS within,
  plan.name AS plan,
  :scheme || nullif(plan.level, '') AS level,
  :place_base || plan.place AS "where",
  nullif(plan.date, '') AS date,
  nullif(plan.issuer, '') AS issuer,
  directive.iri AS directive_iri,
  plan.iri AS plan_iri
FROM plans
JOIN reached ON reached.plan = plans.id
JOIN documents AS plan ON plan.id = plans.id
JOIN documents AS directive ON directive.id = reached.directive
WHERE EXISTS (
  SELECT 1 FROM edges WHERE edges.object = directive.id
  AND relation IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
)
AND (plan.id, directive.id) NOT IN (SELECT decision, behind.directive FROM behind)
ORDER BY directive_iri, within, date, plan_iri
