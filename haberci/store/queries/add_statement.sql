-- One statement.
INSERT INTO statement (
  claim, reading, kind, principal, sector, speaker_text, speaker_start, speaker_stop, speaker_text_start,
  speaker_text_stop, cue, cue_start, cue_stop, cue_text_start, cue_text_stop, start, stop, text_start,
  text_stop, content, force, rule
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
