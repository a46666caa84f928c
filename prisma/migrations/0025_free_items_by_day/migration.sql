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

-- Who was given a free item since a day, for the list of members. While it is built, entries are read and not written. By
-- `freed`, which no other statement asks for: until a table has been analyzed, PostgreSQL would walk it, all of a shop, for
-- statements that have an index of their own.
BEGIN;
SELECT pg_temp."patiently"('"LedgerEntry"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "LedgerEntry_freed_idx" ON "LedgerEntry"("shopId", "occurredAt") WHERE "freed" <> 0
$step$);
COMMIT;
