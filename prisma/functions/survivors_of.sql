-- A member and those to whom it led, one merge after the other; the survivor is the one that was merged into nobody.
CREATE OR REPLACE FUNCTION "survivors_of"(shop INTEGER, member BIGINT)
RETURNS TABLE (id BIGINT, "mergedIntoId" BIGINT) LANGUAGE sql STABLE ROWS 1 AS $$
  WITH RECURSIVE line AS (
    SELECT m.id, m."mergedIntoId" FROM "Member" m WHERE m."shopId" = shop AND m.id = member
    UNION
    SELECT s.id, s."mergedIntoId" FROM line l
    CROSS JOIN LATERAL (SELECT m.id, m."mergedIntoId" FROM "Member" m WHERE m."shopId" = shop AND m.id = l."mergedIntoId" OFFSET 0) AS s
  )
  SELECT line.id, line."mergedIntoId" FROM line
$$;
