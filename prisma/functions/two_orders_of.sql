-- The first two orders that brought a person something, over the member and all who were merged into it, oldest entry first:
-- the second is the one with which they came back. Each member costs two looks into an index, however many entries it has:
-- theirs are walked alone (`OFFSET 0`), or a plan made while the table was small could walk all of the shop's.
CREATE OR REPLACE FUNCTION "two_orders_of"(shop INTEGER, member BIGINT)
RETURNS TABLE ("orderId" BIGINT, id BIGINT, "occurredAt" TIMESTAMPTZ) LANGUAGE sql STABLE ROWS 2 AS $$
  SELECT f."orderId", f.id, f."occurredAt" FROM (
    SELECT DISTINCT ON (e."orderId") e."orderId", e.id, e."occurredAt" FROM "person_of"(shop, member) p
    CROSS JOIN LATERAL (
      SELECT l.id, l."orderId", l."occurredAt"
      FROM (SELECT * FROM "LedgerEntry" WHERE "memberId" = p.id ORDER BY seq OFFSET 0) l
      WHERE l."shopId" = shop AND l."orderId" IS NOT NULL AND l.kind NOT IN ('merge', 'redeem', 'back') LIMIT 1
    ) first
    LEFT JOIN LATERAL (
      SELECT l.id, l."orderId", l."occurredAt"
      FROM (SELECT * FROM "LedgerEntry" WHERE "memberId" = p.id ORDER BY seq OFFSET 0) l
      WHERE l."shopId" = shop AND l."orderId" <> first."orderId" AND l.kind NOT IN ('merge', 'redeem', 'back') LIMIT 1
    ) second ON true
    CROSS JOIN LATERAL (VALUES
      (first.id, first."orderId", first."occurredAt"), (second.id, second."orderId", second."occurredAt")
    ) AS e(id, "orderId", "occurredAt")
    WHERE e.id IS NOT NULL ORDER BY e."orderId", e.id
  ) f ORDER BY f.id LIMIT 2
$$;
