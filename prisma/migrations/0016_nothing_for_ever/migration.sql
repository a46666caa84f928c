-- As the migration before: each step is a transaction of its own that waits for its lock half a second at most, so that nobody
-- queues behind it; steps that are done are skipped, so that a run that was cut off can be repeated.
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

-- All nullable, so that no row is rewritten.
BEGIN;
SELECT pg_temp."patiently"('"Shop"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Shop" ADD COLUMN IF NOT EXISTS "aliveAt" TIMESTAMPTZ(3), ADD COLUMN IF NOT EXISTS "shutOutSince" TIMESTAMPTZ(3)');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Order" ADD COLUMN IF NOT EXISTS "strippedOf" TEXT');
COMMIT;

-- Snapshots whose titles may name somebody, found without reading the rest: all of before, one after the other, and paid
-- snapshots, which may be older than the newest beside them. A process of the release before may write more of them. While
-- an index is built, about two seconds for a million orders, orders are read and not written.
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Order_toStrip_idx" ON "Order"("shopId", "orderId")
  WHERE ("shape" < 4 OR "paidSnapshot" IS NOT NULL) AND "snapshot" IS NOT NULL
    AND "strippedOf" IS DISTINCT FROM "hash" || '/' || "paidHash"
$step$);
COMMIT;

-- Orders of nobody, by their age. An order is applied before it is in here, so one of a member never is.
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Order_ofNobody_idx" ON "Order"("shopId", (coalesce("placedAt", "dueSince")))
  WHERE "memberId" IS NULL AND "appliedRevision" >= "revision"
$step$);
COMMIT;
