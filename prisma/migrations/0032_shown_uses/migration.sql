-- Codes that Shopify shows as used and of which no order is known. Nullable: no row is rewritten, and the release before goes on
-- without them. As 0016: a transaction of its own that waits for its lock half a second at most, and that may be repeated.
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
SELECT pg_temp."patiently"('"Voucher"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Voucher" ADD COLUMN IF NOT EXISTS "shownUsedAt" TIMESTAMPTZ(3), ADD COLUMN IF NOT EXISTS "usedAfter" TIMESTAMPTZ(3)');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"ShopDiscount"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "ShopDiscount" ADD COLUMN IF NOT EXISTS "countedAt" TIMESTAMPTZ(3)');
COMMIT;
-- Held ones that are to be looked at; those on their way back have an index of their own.
BEGIN;
SELECT pg_temp."patiently"('"Voucher"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Voucher_shownUsed_idx" ON "Voucher"("shopId", "lookAt") WHERE "state" = 'held' AND "lookAt" IS NOT NULL
$step$);
COMMIT;
