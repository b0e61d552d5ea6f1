SELECT DISTINCT one.name AS subject,
  :ns || property AS relation,
  other.name AS object,
  confidence,
  :scheme || statements.status AS status,
  quote, text, page, start, stop AS "end",
  one.iri AS subject_iri,
  other.iri AS object_iri
FROM statements
JOIN documents AS one ON one.id = statements.subject
JOIN documents AS other ON other.id = statements.object
WHERE ((confidence < 0.8 AND property <> 'cites')
  OR (confidence IS NOT NULL AND statements.status = 'proposed'))
AND statements.status NOT IN ('confirmed', 'rejected')
AND start IS NOT NULL
ORDER BY confidence, text, start, subject_iri, object_iri
