SELECT DISTINCT numbers.number AS number,
  document.name AS document,
  nullif(document.date, '') AS date,
  :place_base || nullif(document.place, '') AS place,
  document.iri AS document_iri
FROM numbers
JOIN documents AS document ON document.id = numbers.document
WHERE document.key <> ''
AND EXISTS (
  SELECT 1 FROM numbers AS same
  JOIN documents AS other ON other.id = same.document
  WHERE same.number = numbers.number AND other.id <> document.id AND other.key <> ''
)
ORDER BY numbers.number, date, document.iri
