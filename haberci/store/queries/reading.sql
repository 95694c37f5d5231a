-- What held of one report at the end of run :run.
SELECT g.*, r.source, r.id, v.number, v.text AS raw_id, v.title, v.date, v.url, d.packed,
  given.body AS raw, t.body, base.body AS base, t.difference, u.recorded_at, u.code, u.rules, u.data, u.register,
  v.* -- its digest, which older schemas have not
FROM reading g
JOIN report r ON r.report_id = g.report
JOIN revision v ON v.revision_id = g.revision
JOIN text given ON given.text_id = v.text
JOIN text t ON t.text_id = g.text
LEFT JOIN text base ON base.text_id = t.base
JOIN run u ON u.run_id = g.run
LEFT JOIN detail d ON d.reading = g.reading_id
WHERE g.report = :report AND g.run <= :run AND (g.until IS NULL OR g.until > :run)
