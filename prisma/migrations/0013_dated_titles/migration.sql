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
