WITH asked(home) AS (SELECT substr(value, length(:place_base) + 1) FROM json_each(:place))
SELECT DISTINCT nullif(printed, '') AS body,
  :place_base || (json_extract(body.value, '$[2]')) AS "where",
  product,
  nullif(due_until, '') AS due_until,
  nullif(due_printed, '') AS due_printed,
  setting.name AS set_by,
  words AS quote, text, start, stop AS "end",
  setting.iri AS set_by_iri
FROM asked
-- Few of all duties name a body of the place at all.
JOIN duties ON instr(bodies, '"' || home)
JOIN json_each(bodies) AS body
  ON json_extract(body.value, '$[2]') = home OR instr(json_extract(body.value, '$[2]'), home || '.') = 1
JOIN documents AS setting ON setting.iri = duties.set_by
WHERE text <> '' AND printed <> ''
ORDER BY "where", due_until, set_by_iri, text, start, body, product
