-- The parties of one deed.
SELECT part, principal, sectors FROM deed_party WHERE deed = ? ORDER BY part, principal
