-- What a reward took off an order, by the day of the order; flags that a merchant has looked at; who took back a gift that waited.
-- As 0016: a transaction of its own that waits for its lock half a second at most, so that nobody queues behind it, and that may
-- be repeated.
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

-- Nullable, or with a default that is kept beside the table: no row is rewritten, and the release before goes on without them.
-- Each night orders are applied again whose use isn't measured.
BEGIN;
SELECT pg_temp."patiently"('"VoucherUse"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "VoucherUse" ADD COLUMN IF NOT EXISTS "placedOn" DATE, ADD COLUMN IF NOT EXISTS "offMinor" BIGINT,
    ADD COLUMN IF NOT EXISTS "counts" BOOLEAN NOT NULL DEFAULT true');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Voucher"', 'ACCESS EXCLUSIVE', 'ALTER TABLE "Voucher" ADD COLUMN IF NOT EXISTS "flagSeen" TEXT');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Gift"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Gift" ADD COLUMN IF NOT EXISTS "takenBackBy" TEXT, ADD COLUMN IF NOT EXISTS "takenBackReason" TEXT');
COMMIT;

-- Uses by the day of their order; those that aren't measured; vouchers by when they were given, and when they lapsed; those to look at.
BEGIN;
SELECT pg_temp."patiently"('"VoucherUse"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "VoucherUse_placed_idx" ON "VoucherUse"("shopId", "placedOn") WHERE "counts"
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"VoucherUse"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "VoucherUse_unmeasured_idx" ON "VoucherUse"("shopId", "orderId") WHERE "offMinor" IS NULL
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Voucher"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Voucher_given_idx" ON "Voucher"("shopId", "heldAt")
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Voucher"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Voucher_lapsed_idx" ON "Voucher"("shopId", "releasingSince") WHERE "releaseWhy" = 'lapsed'
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Voucher"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Voucher_flagged_idx" ON "Voucher"("shopId", "id")
    WHERE "flag" IS NOT NULL AND "flag" IS DISTINCT FROM "flagSeen"
$step$);
COMMIT;
