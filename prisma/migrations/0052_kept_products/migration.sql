-- Which products a customer bought, for conditions on members. Nothing is filled here: orders that an older release applied are applied
-- again in small steps, as in 0041.
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
SELECT pg_temp."patiently"('"KeptOrder"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "KeptOrder" ADD COLUMN IF NOT EXISTS "productIds" BIGINT[] NOT NULL DEFAULT ARRAY[]::BIGINT[]');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Order_withoutProducts_idx" ON "Order"("shopId", "orderId") WHERE "keptShape" < 2 AND "memberId" IS NOT NULL
$step$);
COMMIT;
-- Its place is taken by the index above.
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'ACCESS EXCLUSIVE', 'DROP INDEX IF EXISTS "Order_unkept_idx"');
COMMIT;
