-- Whether a list by hand gives again to who had its moment, and how many it left out for that. What processes of the release before write,
-- and wrote, gives to all, as it did. As 0016: a transaction of its own that waits for its lock half a second at most.
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
SELECT pg_temp."patiently"('"MomentList"', 'ACCESS EXCLUSIVE', $step$
  ALTER TABLE "MomentList" ADD COLUMN IF NOT EXISTS "again" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN IF NOT EXISTS "had" INTEGER NOT NULL DEFAULT 0
$step$);
COMMIT;
