-- The roll-up of daily figures as it should be, from the entries and members themselves; of one shop, or of all (null).
-- Points that only move between two members of one person are neither given nor taken back. A member who was merged into
-- another, or erased, leaves a row behind that is nobody: it counts as left, on the day on which it joined, so that
-- joined less left is who is still somebody.
CREATE OR REPLACE FUNCTION "figures_of_entries"(wanted INTEGER)
RETURNS TABLE ("shopId" INTEGER, day DATE, kind TEXT, amount BIGINT) LANGUAGE sql STABLE AS $$
  WITH placed AS (
    SELECT e."shopId", (e."occurredAt" AT TIME ZONE s."timeZone")::date AS day, e.id, e.unit, e.kind, e.amount, e.filled,
      e.freed, e."orderId"
    FROM "LedgerEntry" e JOIN "Shop" s ON s.id = e."shopId"
    WHERE e.kind <> 'merge' AND (wanted IS NULL OR e."shopId" = wanted)
  ), firsts AS (
    SELECT DISTINCT ON (p."shopId", p."orderId") p."shopId", p.day
    FROM placed p WHERE p."orderId" IS NOT NULL ORDER BY p."shopId", p."orderId", p.id
  ), people AS (
    SELECT m."shopId", (m."joinedAt" AT TIME ZONE s."timeZone")::date AS day,
      m."mergedIntoId" IS NOT NULL OR m."erasedAt" IS NOT NULL AS gone
    FROM "Member" m JOIN "Shop" s ON s.id = m."shopId"
    WHERE wanted IS NULL OR m."shopId" = wanted
  )
  SELECT p."shopId", p.day, 'points-given', sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.amount > 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'points-taken', -sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.amount < 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'cards-filled', sum(p.filled)::bigint
  FROM placed p WHERE p.filled <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'units-freed', sum(p.freed)::bigint
  FROM placed p WHERE p.freed <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'gifts-given', count(*)
  FROM placed p WHERE p.kind = 'occasion' GROUP BY 1, 2
  UNION ALL
  SELECT f."shopId", f.day, 'orders-counted', count(*) FROM firsts f GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-joined', count(*) FROM people p GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-left', count(*) FROM people p WHERE p.gone GROUP BY 1, 2
$$;
