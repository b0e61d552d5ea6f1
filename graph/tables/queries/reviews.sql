SELECT DISTINCT reviewed.name AS reviewed,
  :ns || property AS review,
  years,
  report.name AS report,
  nullif(report.date, '') AS date,
  reviewed.iri AS reviewed_iri,
  report.iri AS report_iri
FROM statements
JOIN documents AS report ON report.id = statements.subject
JOIN documents AS reviewed ON reviewed.id = statements.object
WHERE (json_array_length(:document) = 0
  OR reviewed.iri IN (SELECT value FROM json_each(:document)))
AND property IN ('summarizes', 'summarizesInterim', 'summarizesFinal')
AND statements.status IN ('accepted', 'confirmed')
ORDER BY reviewed_iri, date, report_iri, review, years
