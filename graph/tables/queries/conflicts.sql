SELECT DISTINCT documents.name AS document,
  field,
  value,
  text,
  documents.iri AS document_iri
FROM contradictions
JOIN documents ON documents.id = contradictions.document
ORDER BY document_iri, field, value, text
