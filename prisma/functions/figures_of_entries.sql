-- The roll-up of daily figures as it should be, from the entries and members themselves; of one shop, or of all (null).
-- Points that only move between two members of one person are neither given nor taken back, and those that a reward took or
-- brought back are spent; they count no order. A member who was merged into
-- another, or erased, leaves a row behind that is nobody: it counts as left, on the day on which it joined, so that
-- joined less left is who is still somebody. A person came back with the second order that brought something, and what is
-- free is worth what its latest entry says of the order; where that says nothing, its units are unpriced.
CREATE OR REPLACE FUNCTION "figures_of_entries"(wanted INTEGER)
RETURNS TABLE ("shopId" INTEGER, day DATE, kind TEXT, amount BIGINT) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE placed AS (
    SELECT e."shopId", (e."occurredAt" AT TIME ZONE s."timeZone")::date AS day, e.id, e."memberId", e.unit, e.kind, e.amount,
      e.filled, e.freed, e."orderId", e.explanation
    FROM "LedgerEntry" e JOIN "Shop" s ON s.id = e."shopId"
    WHERE e.kind <> 'merge' AND (wanted IS NULL OR e."shopId" = wanted)
  ), of_orders AS (
    SELECT * FROM placed p WHERE p."orderId" IS NOT NULL AND p.kind NOT IN ('redeem', 'back')
  ), firsts AS (
    SELECT DISTINCT ON (p."shopId", p."orderId") p."shopId", p.day
    FROM of_orders p ORDER BY p."shopId", p."orderId", p.id
  ), people AS (
    SELECT m."shopId", (m."joinedAt" AT TIME ZONE s."timeZone")::date AS day,
      m."mergedIntoId" IS NOT NULL OR m."erasedAt" IS NOT NULL AS gone
    FROM "Member" m JOIN "Shop" s ON s.id = m."shopId"
    WHERE wanted IS NULL OR m."shopId" = wanted
  ), persons AS (
    SELECT m.id, m."shopId", m.id AS person FROM "Member" m
    WHERE m."mergedIntoId" IS NULL AND m."erasedAt" IS NULL AND (wanted IS NULL OR m."shopId" = wanted)
    UNION ALL
    SELECT m.id, m."shopId", p.person FROM persons p JOIN "Member" m ON m."shopId" = p."shopId" AND m."mergedIntoId" = p.id
  ), ordered AS (
    SELECT DISTINCT ON (o.person, p."orderId") o.person, p."shopId", p.id, p.day
    FROM of_orders p JOIN persons o ON o."shopId" = p."shopId" AND o.id = p."memberId"
    ORDER BY o.person, p."orderId", p.id
  ), counted AS (
    SELECT o."shopId", o.day, row_number() OVER (PARTITION BY o.person ORDER BY o.id) AS place FROM ordered o
  ), states AS (
    SELECT p."shopId", p.day, p.id, p."orderId", p.unit, sum(p.freed) OVER so_far AS units,
      coalesce((p.explanation->>'savedMinor')::bigint, CASE WHEN p.explanation->>'target' = '0' THEN 0 END) AS minor
    FROM placed p WHERE p.kind = 'free-unit'
    WINDOW so_far AS (PARTITION BY p."shopId", p."orderId", p.unit ORDER BY p.id)
  ), told AS (
    SELECT s."shopId", s.day, s.id, s."orderId", s.unit, coalesce(s.minor, 0) AS minor,
      CASE WHEN s.minor IS NULL THEN s.units ELSE 0 END AS unpriced
    FROM states s
  ), worths AS (
    SELECT t."shopId", t.day, t.minor - coalesce(lag(t.minor) OVER before, 0) AS minor,
      t.unpriced - coalesce(lag(t.unpriced) OVER before, 0) AS unpriced
    FROM told t WINDOW before AS (PARTITION BY t."shopId", t."orderId", t.unit ORDER BY t.id)
  )
  SELECT p."shopId", p.day, 'points-given', sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.amount > 0 AND p.kind NOT IN ('redeem', 'back') GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'points-taken', -sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.amount < 0 AND p.kind NOT IN ('redeem', 'back') GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'points-spent', -sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.kind IN ('redeem', 'back') GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'cards-filled', sum(p.filled)::bigint
  FROM placed p WHERE p.filled <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'units-freed', sum(p.freed)::bigint
  FROM placed p WHERE p.freed <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'units-freed/' || substr(p.unit, 8), sum(p.freed)::bigint
  FROM placed p WHERE p.freed <> 0 GROUP BY 1, 2, 3
  UNION ALL
  SELECT w."shopId", w.day, 'freed-minor', sum(w.minor)::bigint FROM worths w WHERE w.minor <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT w."shopId", w.day, 'freed-unpriced', sum(w.unpriced)::bigint FROM worths w WHERE w.unpriced <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'gifts-given', count(*)
  FROM placed p WHERE p.kind IN ('occasion', 'gift') GROUP BY 1, 2
  UNION ALL
  SELECT f."shopId", f.day, 'orders-counted', count(*) FROM firsts f GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-joined', count(*) FROM people p GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-left', count(*) FROM people p WHERE p.gone GROUP BY 1, 2
  UNION ALL
  SELECT c."shopId", c.day, 'members-returned', count(*) FROM counted c WHERE c.place = 2 GROUP BY 1, 2
$$;
