-- One event among those that are grouped into deeds; its deed is found later.
INSERT INTO deed_event (
  event, report, copies, type, kind, day, last_day, told, place, lat, lon, reach, actors, recipients, mode, modality,
  by_whom, dead, words
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
