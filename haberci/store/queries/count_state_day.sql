-- Add to what is counted of a state on a day.
INSERT INTO state_day (state, part, day, type, deeds, sources, dead) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
  deeds = deeds + excluded.deeds, sources = sources + excluded.sources, dead = dead + excluded.dead
