SELECT files.name AS text,
  documents.name AS document,
  cites,
  read,
  documents.iri AS document_iri
FROM files JOIN documents ON documents.id = files.document
ORDER BY text, document_iri
