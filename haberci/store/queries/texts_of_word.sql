-- The texts that have a word, as one text of numbers.
SELECT group_concat(rowid) FROM text_search WHERE text_search MATCH :word
