-- What a customer bought, for good, and what is known of each member by it. Nothing is filled here: orders that an older release
-- applied are applied again in small steps (usecases/history/ask-for-history.ts). As 0016: a transaction of its own that waits
-- for its lock half a second at most, and that may be repeated.
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

CREATE TABLE IF NOT EXISTS "KeptOrder" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "memberId" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "keptMinor" BIGINT NOT NULL,
    "ourMinor" BIGINT NOT NULL DEFAULT 0,
    "othersMinor" BIGINT NOT NULL DEFAULT 0,
    "source" TEXT,
    "handledOn" DATE,
    "promisedOn" DATE,
    "deliveredOn" DATE,
    "deliveryDueAt" TIMESTAMPTZ(3),

    CONSTRAINT "KeptOrder_pkey" PRIMARY KEY ("shopId", "orderId")
);

CREATE INDEX IF NOT EXISTS "KeptOrder_member_idx" ON "KeptOrder"("shopId", "memberId", "day") INCLUDE ("keptMinor");
CREATE INDEX IF NOT EXISTS "KeptOrder_day_idx" ON "KeptOrder"("shopId", "day");
-- For the reading of deliveries: sent, not delivered as far as is known, and not asked about since.
CREATE INDEX IF NOT EXISTS "KeptOrder_delivery_idx" ON "KeptOrder"("shopId", "deliveryDueAt") WHERE "deliveryDueAt" IS NOT NULL;

BEGIN;
SELECT pg_temp."patiently"('"KeptOrder", "Member"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "Member" ADD COLUMN IF NOT EXISTS "keptOrders" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS "firstOn" DATE, ADD COLUMN IF NOT EXISTS "lastOn" DATE,
    ADD COLUMN IF NOT EXISTS "spentMinor" BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS "rhythmDays" INTEGER,
    ADD COLUMN IF NOT EXISTS "ordersAtShopify" INTEGER,
    ADD COLUMN IF NOT EXISTS "ordersAskedAt" TIMESTAMPTZ(3);
  ALTER TABLE "KeptOrder" DROP CONSTRAINT IF EXISTS "KeptOrder_shopId_memberId_fkey";
  ALTER TABLE "KeptOrder" ADD CONSTRAINT "KeptOrder_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Order" ADD COLUMN IF NOT EXISTS "keptShape" INTEGER NOT NULL DEFAULT 0');
COMMIT;
-- Members of whom Shopify was never asked how many orders it has.
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Member_uncounted_idx" ON "Member"("shopId", "id")
    WHERE "ordersAskedAt" IS NULL AND "goneAt" IS NULL AND "mergedIntoId" IS NULL
$step$);
COMMIT;
-- A member's orders that a release without kept orders applied last. An order is a member's from the moment that it is applied.
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Order_unkept_idx" ON "Order"("shopId", "orderId") WHERE "keptShape" = 0 AND "memberId" IS NOT NULL
$step$);
COMMIT;
