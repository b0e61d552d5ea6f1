WITH RECURSIVE
step AS NOT MATERIALIZED (
  SELECT subject, object FROM edges
  WHERE relation IN ('implements', 'continues', 'details', 'guides', 'issues_plan')
  AND status <> 'inferred'
),
directives AS (
  SELECT id, place FROM documents WHERE iri IN (SELECT value FROM json_each(:directive))
),
reached(plan, directive) AS (
  SELECT step.subject, step.object FROM step JOIN directives ON directives.id = step.object
  UNION
  SELECT step.subject, reached.directive FROM reached JOIN step ON step.object = reached.plan
),
-- Where there is a plan, and every place that this lies in.
covered(directive, place) AS (
  SELECT reached.directive, documents.place FROM reached
  JOIN documents ON documents.id = reached.plan
  WHERE documents.place <> ''
  UNION
  SELECT directive, rtrim(rtrim(place, replace(place, '.', '')), '.') FROM covered
  WHERE instr(place, '.')
),
places AS (SELECT DISTINCT place FROM documents WHERE place <> '')
SELECT DISTINCT :place_base || places.place AS place
FROM directives
JOIN places ON directives.place = '' OR places.place = directives.place
  OR substr(places.place, 1, length(directives.place) + 1) = directives.place || '.'
WHERE (directives.id, places.place) NOT IN (SELECT directive, place FROM covered)
ORDER BY place
