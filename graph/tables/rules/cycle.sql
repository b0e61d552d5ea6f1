WITH RECURSIVE
step AS NOT MATERIALIZED (
  SELECT subject, property, object FROM edges
  WHERE property IN ('implements', 'continues', 'details', 'guides') AND status <> 'inferred'
),
reached(document, upper) AS (
  SELECT subject, object FROM step
  UNION
  SELECT reached.document, step.object FROM reached JOIN step ON step.subject = reached.upper
)
SELECT DISTINCT one.iri AS this, :ns || step.property AS path, other.iri AS value
FROM step
JOIN documents AS one ON one.id = step.subject
JOIN documents AS other ON other.id = step.object
WHERE step.subject <> step.object
AND (step.object, step.subject) IN (SELECT document, upper FROM reached)
