-- Add to what is counted of two parties on a day.
INSERT INTO dyad_day (actor, recipient, day, type, deeds, sources, dead) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
  deeds = deeds + excluded.deeds, sources = sources + excluded.sources, dead = dead + excluded.dead
