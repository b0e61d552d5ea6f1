WITH carrying AS (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
)
SELECT DISTINCT plan.name AS plan,
  :place_base || nullif(plan.place, '') AS place,
  nullif(plan.date, '') AS date,
  directive.name AS directive,
  plan.iri AS plan_iri,
  directive.iri AS directive_iri
FROM carrying
JOIN documents AS plan ON plan.id = carrying.subject
JOIN documents AS directive ON directive.id = carrying.object
WHERE plan.level = 'province' AND directive.level = 'central'
AND NOT EXISTS (SELECT 1 FROM carrying AS below WHERE below.object = plan.id)
ORDER BY place, date, plan_iri, directive_iri
