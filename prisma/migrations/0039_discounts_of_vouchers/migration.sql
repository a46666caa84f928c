-- A voucher may have a discount at Shopify of its own. Nullable, or with a default that is kept beside the table: no row is rewritten,
-- and the release before goes on without them. As 0016: a transaction of its own that waits for its lock half a second at most, and
-- that may be repeated.
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
SELECT pg_temp."patiently"('"ShopDiscount"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "ShopDiscount" ADD COLUMN IF NOT EXISTS "rev" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS "doneRev" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS "dueAt" TIMESTAMPTZ(3), ADD COLUMN IF NOT EXISTS "askedAt" TIMESTAMPTZ(3)
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Shop"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Shop" ADD COLUMN IF NOT EXISTS "ownSweptAt" TIMESTAMPTZ(3)');
COMMIT;
-- Those of single vouchers, of whatever shop.
BEGIN;
SELECT pg_temp."patiently"('"ShopDiscount"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "ShopDiscount_own_idx" ON "ShopDiscount"("shopId", "owner") WHERE "owner" LIKE 'voucher/%'
$step$);
COMMIT;
