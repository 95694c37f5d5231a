-- One deed: a new one where deed_id is NULL, else what is told of the deed of that number by now.
INSERT INTO deed (
  deed_id, id, type, mode, quad, intensity, modality, day, last_day, day_told, place, state, lat, lon, precision,
  claims, reports, sources, tolls, conflicts
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (deed_id) DO UPDATE SET
  mode = excluded.mode, quad = excluded.quad, intensity = excluded.intensity, modality = excluded.modality,
  day = excluded.day, last_day = excluded.last_day, day_told = excluded.day_told, place = excluded.place,
  state = excluded.state, lat = excluded.lat, lon = excluded.lon, precision = excluded.precision,
  claims = excluded.claims, reports = excluded.reports, sources = excluded.sources, tolls = excluded.tolls,
  conflicts = excluded.conflicts
