-- The runs whose claims held at the end of run :run.
SELECT u.run_id, u.recorded_at, u.code, u.rules, u.data, u.register
FROM run u
WHERE u.run_id IN (SELECT g.run FROM reading g WHERE g.run <= :run AND (g.until IS NULL OR g.until > :run))
ORDER BY u.run_id
