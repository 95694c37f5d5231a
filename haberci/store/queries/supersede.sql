-- The claims that hold on a report end with a run.
UPDATE reading SET until = ? WHERE report = ? AND until IS NULL
