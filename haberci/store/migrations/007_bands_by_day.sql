-- What may be a copy is looked for among the days near by alone, however often a text like it was sent before.
ALTER TABLE text_band RENAME TO text_band_of_any_day;
CREATE TABLE text_band (
  band INTEGER NOT NULL,            -- a hash of a part of the text's signature: texts that share one are compared
  day TEXT NOT NULL,                -- that a report of the text is given; '' when it is given none
  text INTEGER NOT NULL REFERENCES text,
  PRIMARY KEY (band, day, text)
) WITHOUT ROWID;
INSERT INTO text_band (band, day, text)
  SELECT DISTINCT b.band, c.day, b.text FROM text_band_of_any_day b JOIN copy c ON c.text = b.text;
DROP TABLE text_band_of_any_day;
