-- The parties of deeds, each principal with its sectors; {among} says of which deeds.
SELECT deed, part, principal, sectors
FROM deed_party
WHERE {among}
ORDER BY deed, part, principal
