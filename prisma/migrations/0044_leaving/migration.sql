-- Members who left the program: since when, and when they came back; whatever is from before stays closed. Nothing is filled.
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

CREATE TABLE IF NOT EXISTS "Departure" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Departure_pkey" PRIMARY KEY ("memberId", "requestKey")
);

BEGIN;
SELECT pg_temp."patiently"('"Departure", "Member"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "Member" ADD COLUMN IF NOT EXISTS "leftAt" TIMESTAMPTZ(0), ADD COLUMN IF NOT EXISTS "returnedAt" TIMESTAMPTZ(0);
  ALTER TABLE "Departure" DROP CONSTRAINT IF EXISTS "Departure_shopId_memberId_fkey";
  ALTER TABLE "Departure" ADD CONSTRAINT "Departure_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Order" ADD COLUMN IF NOT EXISTS "closed" BOOLEAN NOT NULL DEFAULT false');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Voucher"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Voucher" ADD COLUMN IF NOT EXISTS "closed" BOOLEAN NOT NULL DEFAULT false');
COMMIT;
-- The list's filter: a shop has few who left.
CREATE INDEX IF NOT EXISTS "Member_left_idx" ON "Member"("shopId", "id") WHERE "leftAt" IS NOT NULL;
