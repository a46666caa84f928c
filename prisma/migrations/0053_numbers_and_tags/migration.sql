-- Numbers and tags of customers at Shopify that the merchant switched on, and what Shopify has of each member. Nothing is filled: at
-- first all are off. As 0016: each step a transaction of its own that waits for its lock half a second at most.
CREATE OR REPLACE FUNCTION pg_temp."patiently"(tables TEXT, mode TEXT, step TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      EXECUTE format('LOCK TABLE %s IN %s MODE', tables, mode);
      EXECUTE step;
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '% could not be locked: stop what holds them for long, and migrate again', tables;
END $$;

BEGIN;
SELECT pg_temp."patiently"('"Shop"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "Shop" ADD COLUMN IF NOT EXISTS "toldNumbers" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN IF NOT EXISTS "toldTags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[]
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "Member" ADD COLUMN IF NOT EXISTS "numbersTold" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN IF NOT EXISTS "tagsWanted" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN IF NOT EXISTS "tagsTold" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[]
$step$);
COMMIT;
-- Whose tags differ at Shopify, of whoever can be told there: none, most times.
CREATE INDEX IF NOT EXISTS "Member_tags_idx" ON "Member"("shopId", "id") WHERE "tagsWanted" <> "tagsTold"
  AND "goneAt" IS NULL AND "mergedIntoId" IS NULL AND "erasedAt" IS NULL AND "syncTryAt" IS NULL;
