-- The claims on a report end with run :run.
UPDATE reading SET until = ? WHERE report = ? AND until IS NULL
