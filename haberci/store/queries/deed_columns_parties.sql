-- The parties of all deeds, each principal with its sectors.
SELECT deed, part, principal, sectors
FROM deed_party
ORDER BY deed, part, principal
