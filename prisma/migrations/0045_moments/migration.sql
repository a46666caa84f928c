-- Moments of the list: what a gift is of and what it lets choose, whoever is given one by hand, and how sweeps find who is due. Nothing is
-- filled. As 0016: a transaction of its own that waits for its lock half a second at most, and that may be repeated.
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

CREATE TABLE IF NOT EXISTS "MomentCount" (
    "shopId" INTEGER NOT NULL,
    "momentKey" TEXT NOT NULL,

    CONSTRAINT "MomentCount_pkey" PRIMARY KEY ("shopId", "momentKey")
);

CREATE TABLE IF NOT EXISTS "MomentList" (
    "shopId" INTEGER NOT NULL,
    "requestKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "momentKey" TEXT NOT NULL,
    "queue" BIGINT[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "given" INTEGER NOT NULL DEFAULT 0,
    "madeBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MomentList_pkey" PRIMARY KEY ("shopId", "requestKey")
);

-- For the bell.
CREATE INDEX IF NOT EXISTS "MomentList_open_idx" ON "MomentList"("shopId", "madeAt") WHERE "finishedAt" IS NULL;

BEGIN;
SELECT pg_temp."patiently"('"MomentList", "Shop"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "MomentList" DROP CONSTRAINT IF EXISTS "MomentList_shopId_fkey";
  ALTER TABLE "MomentList" ADD CONSTRAINT "MomentList_shopId_fkey"
    FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Gift"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "Gift" ADD COLUMN IF NOT EXISTS "momentKey" TEXT,
    ADD COLUMN IF NOT EXISTS "offers" JSONB,
    ADD COLUMN IF NOT EXISTS "openUntil" DATE,
    ADD COLUMN IF NOT EXISTS "chosen" SMALLINT,
    ADD COLUMN IF NOT EXISTS "orderId" BIGINT
$step$);
COMMIT;
-- What a moment gave, and what is still to be chosen.
BEGIN;
SELECT pg_temp."patiently"('"Gift"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Gift_moment_idx" ON "Gift"("shopId", "momentKey", "givenAt") WHERE "momentKey" IS NOT NULL;
  CREATE INDEX IF NOT EXISTS "Gift_open_idx" ON "Gift"("shopId", "openUntil") WHERE "state" = 'open'
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'ACCESS EXCLUSIVE', 'ALTER TABLE "Member" ADD COLUMN IF NOT EXISTS "newsletterOn" DATE');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Shop"', 'ACCESS EXCLUSIVE', 'ALTER TABLE "Shop" ADD COLUMN IF NOT EXISTS "consentsReadTo" TIMESTAMPTZ(3)');
COMMIT;
-- Who falls silent, for each rhythm; who consented; which parcels came, and which were promised.
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Member_rhythm_idx" ON "Member"("shopId", "rhythmDays", "lastOn") WHERE "lastOn" IS NOT NULL;
  CREATE INDEX IF NOT EXISTS "Member_newsletter_idx" ON "Member"("shopId", "newsletterOn") WHERE "newsletterOn" IS NOT NULL
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"KeptOrder"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "KeptOrder_delivered_idx" ON "KeptOrder"("shopId", "deliveredOn") WHERE "deliveredOn" IS NOT NULL;
  CREATE INDEX IF NOT EXISTS "KeptOrder_promised_idx" ON "KeptOrder"("shopId", "promisedOn") WHERE "promisedOn" IS NOT NULL
$step$);
COMMIT;
