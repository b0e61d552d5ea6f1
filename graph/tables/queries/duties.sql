-- Duties are read in the order of their index, so that little is left to put in order.
WITH asked(iri) AS MATERIALIZED (SELECT value FROM json_each(:document)),
meant AS (
  SELECT duties.*, said.value AS told_about FROM duties
  CROSS JOIN json_each(duties.about) AS said
  WHERE text <> '' AND (
    NOT EXISTS (SELECT 1 FROM asked)
    OR set_by IN (SELECT iri FROM asked)
    OR EXISTS (SELECT 1 FROM json_each(duties.about) WHERE value IN (SELECT iri FROM asked))
  )
)
SELECT nullif(printed, '') AS body,
  product,
  nullif(due_until, '') AS due_until,
  nullif(due_printed, '') AS due_printed,
  about.name AS about,
  setting.name AS set_by,
  words AS quote, text, start, stop AS "end",
  about.iri AS about_iri,
  setting.iri AS set_by_iri
FROM meant
CROSS JOIN documents AS setting ON setting.iri = set_by
CROSS JOIN documents AS about ON about.iri = told_about
GROUP BY meant.set_by, text, start, meant.printed, product, about.iri,
  stop, meant.due_until, meant.due_printed, words
ORDER BY meant.set_by, text, start, meant.printed, product, about.iri,
  stop, meant.due_until, meant.due_printed, words
