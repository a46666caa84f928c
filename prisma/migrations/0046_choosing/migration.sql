-- What was chosen when, and dates of life as members told them. As 0045: each step waits for its lock half a second at most, and may be
-- repeated. Nothing is filled.
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


CREATE TABLE IF NOT EXISTS "MemberDate" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "momentKey" TEXT NOT NULL,
    "month" SMALLINT NOT NULL,
    "day" SMALLINT NOT NULL,
    "year" SMALLINT,
    "setOn" DATE NOT NULL,
    "consentHash" TEXT,

    CONSTRAINT "MemberDate_pkey" PRIMARY KEY ("memberId", "momentKey")
);

CREATE TABLE IF NOT EXISTS "MemberDateChange" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "momentKey" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "month" SMALLINT,
    "day" SMALLINT,
    "year" SMALLINT,
    "madeBy" TEXT NOT NULL,
    "reason" TEXT,
    "consentHash" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MemberDateChange_pkey" PRIMARY KEY ("memberId", "momentKey", "requestKey")
);

-- Whose day it is.
CREATE INDEX IF NOT EXISTS "MemberDate_shopId_momentKey_month_day_idx" ON "MemberDate"("shopId", "momentKey", "month", "day");

BEGIN;
SELECT pg_temp."patiently"('"MemberDate", "MemberDateChange", "Member"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "MemberDate" DROP CONSTRAINT IF EXISTS "MemberDate_shopId_memberId_fkey";
  ALTER TABLE "MemberDate" ADD CONSTRAINT "MemberDate_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
  ALTER TABLE "MemberDateChange" DROP CONSTRAINT IF EXISTS "MemberDateChange_shopId_memberId_fkey";
  ALTER TABLE "MemberDateChange" ADD CONSTRAINT "MemberDateChange_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Gift"', 'ACCESS EXCLUSIVE', 'ALTER TABLE "Gift" ADD COLUMN IF NOT EXISTS "chosenAt" TIMESTAMPTZ(3)');
COMMIT;
