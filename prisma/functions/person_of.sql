-- A member and all who were merged into it, in any number of steps. Reads them by an index of their own, so that a member
-- without any costs one look; `+ 0`, because a plan made while the table was small would walk the shop's members instead. The
-- lateral lookup, because the planner takes a recursion for long, and would read every member; a plain select, so that it is
-- planned as a part of the statement that calls it.
CREATE OR REPLACE FUNCTION "person_of"(shop INTEGER, member BIGINT)
RETURNS TABLE (id BIGINT) LANGUAGE sql STABLE ROWS 1 AS $$
  WITH RECURSIVE person AS (
    SELECT m.id FROM "Member" m WHERE m."shopId" = shop AND m.id = member
    UNION
    SELECT l.id FROM person p
    CROSS JOIN LATERAL (SELECT m.id FROM "Member" m WHERE m."shopId" + 0 = shop AND m."mergedIntoId" = p.id OFFSET 0) AS l
  )
  SELECT person.id FROM person
$$;
