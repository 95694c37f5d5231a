-- The texts that have the words, as one text of numbers.
SELECT group_concat(rowid) FROM text_search WHERE text_search MATCH :words
