-- One deed.
INSERT INTO deed (
  id, type, mode, quad, intensity, modality, day, last_day, day_told, place, state, lat, lon, precision, claims,
  reports, sources, tolls, conflicts
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
