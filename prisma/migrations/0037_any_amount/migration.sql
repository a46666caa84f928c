-- Whether Shopify's copy of a member's chosen amounts isn't empty: it is written only where there are any, or were.
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

-- With a default that is kept beside the table: no row is rewritten, and the release before goes on without it.
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Member" ADD COLUMN IF NOT EXISTS "amountsTold" BOOLEAN NOT NULL DEFAULT false');
COMMIT;
