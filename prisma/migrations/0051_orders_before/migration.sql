-- How many orders the shop had before its program, as Shopify counted when it was asked. Nothing is filled: the next look asks.
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
SELECT pg_temp."patiently"('"Shop"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Shop" ADD COLUMN IF NOT EXISTS "ordersBefore" INTEGER');
COMMIT;
