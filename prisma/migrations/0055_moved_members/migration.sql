-- What points were worth where members of a file come from; the day on which they joined there; and what a file set on members, so that it
-- can be taken back. As 0016: a transaction of its own that waits for its lock half a second at most, and that may be repeated.
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

CREATE TABLE IF NOT EXISTS "MovedMember" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "movingId" BIGINT NOT NULL,
    "joinedWas" TIMESTAMPTZ(3),
    "joinedTo" TIMESTAMPTZ(3),
    "leftOutFrom" TIMESTAMPTZ(3),

    CONSTRAINT "MovedMember_pkey" PRIMARY KEY ("shopId", "memberId", "movingId")
);

BEGIN;
SELECT pg_temp."patiently"('"MovingIn", "MovingInRow"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "MovingIn" ADD COLUMN IF NOT EXISTS "worthMinor" BIGINT;
  ALTER TABLE "MovingIn" ADD COLUMN IF NOT EXISTS "stepThere" BIGINT;
  ALTER TABLE "MovingInRow" ADD COLUMN IF NOT EXISTS "joinedOn" DATE
$step$);
COMMIT;

BEGIN;
SELECT pg_temp."patiently"('"MovedMember", "MovingIn", "Member"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "MovedMember" DROP CONSTRAINT IF EXISTS "MovedMember_shopId_movingId_fkey";
  ALTER TABLE "MovedMember" ADD CONSTRAINT "MovedMember_shopId_movingId_fkey"
    FOREIGN KEY ("shopId", "movingId") REFERENCES "MovingIn"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
  ALTER TABLE "MovedMember" DROP CONSTRAINT IF EXISTS "MovedMember_shopId_memberId_fkey";
  ALTER TABLE "MovedMember" ADD CONSTRAINT "MovedMember_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
