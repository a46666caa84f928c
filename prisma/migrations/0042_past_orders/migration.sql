-- Orders from before the program: how far they are read, and which of them were given points. As 0016: a transaction of its own that
-- waits for its lock half a second at most, and that may be repeated.
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

CREATE TABLE IF NOT EXISTS "PastOrders" (
    "shopId" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "goesOnWith" TEXT,
    "why" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "firstAskedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sinceDay" DATE,
    "bulkId" TEXT,
    "url" TEXT,
    "found" INTEGER NOT NULL DEFAULT 0,
    "line" INTEGER NOT NULL DEFAULT 0,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "unreadable" INTEGER NOT NULL DEFAULT 0,
    "alone" BIGINT[] NOT NULL DEFAULT '{}',
    "readAlone" INTEGER NOT NULL DEFAULT 0,
    "breaks" INTEGER NOT NULL DEFAULT 0,
    "readAt" TIMESTAMPTZ(3),
    "version" INTEGER,
    "awardsFrom" DATE,
    "counted" JSONB,
    "afterMember" BIGINT NOT NULL DEFAULT 0,
    "awardedOn" DATE,
    "spentMembers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PastOrders_pkey" PRIMARY KEY ("shopId")
);

-- For the bell.
CREATE INDEX IF NOT EXISTS "PastOrders_due_idx" ON "PastOrders"("dueAt") WHERE "dueAt" IS NOT NULL;

BEGIN;
SELECT pg_temp."patiently"('"PastOrders", "Shop"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "PastOrders" DROP CONSTRAINT IF EXISTS "PastOrders_shopId_fkey";
  ALTER TABLE "PastOrders" ADD CONSTRAINT "PastOrders_shopId_fkey"
    FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'ACCESS EXCLUSIVE', 'ALTER TABLE "Order" ADD COLUMN IF NOT EXISTS "awardedOn" DATE');
COMMIT;
