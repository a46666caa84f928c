-- AlterTable: nullable, so that no row is rewritten. Titles that versions published have their dates from the versions.
ALTER TABLE "CardTitle" ADD COLUMN     "seen" tstzmultirange;

-- Titles that were only ever seen at Shopify: from about the look before they were seen, and, because nobody wrote down
-- until when, until now. So the orders that were read by them are read alike.
UPDATE "CardTitle" t SET "seen" = tstzmultirange(tstzrange(t."since" - interval '7 days', greatest(now(), t."since"), '[]'))
WHERE NOT EXISTS (
  SELECT 1 FROM "ProgramVersion" v
  CROSS JOIN LATERAL jsonb_array_elements(v.rules->'cards') AS c
  CROSS JOIN LATERAL jsonb_each_text(c->'title') AS said
  WHERE v."shopId" = t."shopId" AND c->>'key' = t."cardKey" AND lower(btrim(said.value)) = lower(btrim(t."title"))
);

-- A smaller size is everybody's at once, and an ended card whose stamps pay for another free unit goes on at its size:
-- whoever holds such a card is shown anew.
WITH "published" AS (
  SELECT s.id AS "shopId", c->>'key' AS key, (c->>'size')::int AS size
  FROM "Shop" s JOIN "ProgramVersion" v ON v."shopId" = s.id AND v.number = s."publishedVersion"
  CROSS JOIN LATERAL jsonb_array_elements(v.rules->'cards') AS c
), "different" AS (
  SELECT DISTINCT c."shopId", c."memberId" FROM "MemberCard" c
  JOIN "published" p ON p."shopId" = c."shopId" AND p.key = c."cardKey"
  WHERE c.size > p.size OR (c."endedBy" IS NOT NULL AND c.size < p.size AND c.stamps >= c.size)
), "touched" AS (
  UPDATE "Member" m SET rev = m.rev + 1 FROM "different" d WHERE m.id = d."memberId" RETURNING m."shopId"
)
SELECT "ring_bell"('sync_members', t."shopId", 25)
FROM (SELECT DISTINCT "shopId" FROM "touched") t JOIN "Shop" s ON s.id = t."shopId" WHERE s."uninstalledAt" IS NULL;

UPDATE "MemberCard" m SET size = (c->>'size')::int, taken = 0
FROM "Shop" s JOIN "ProgramVersion" v ON v."shopId" = s.id AND v.number = s."publishedVersion"
CROSS JOIN LATERAL jsonb_array_elements(v.rules->'cards') AS c
WHERE m."shopId" = s.id AND m."cardKey" = c->>'key' AND m.size > (c->>'size')::int;
