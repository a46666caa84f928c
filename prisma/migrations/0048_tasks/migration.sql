-- What the merchant is to do: what goes into which parcel, notes to write and calls to make. As 0016: a transaction of its own that
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

CREATE TABLE IF NOT EXISTS "Task" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "momentKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "orderId" BIGINT,
    "on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "doneBy" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("memberId", "cause")
);

-- What is to be done, by kind; and what was done of late.
CREATE INDEX IF NOT EXISTS "Task_todo_idx" ON "Task"("shopId", "kind", "on") WHERE "state" IN ('open', 'missed');
CREATE INDEX IF NOT EXISTS "Task_done_idx" ON "Task"("shopId", "doneAt") WHERE "doneAt" IS NOT NULL;

BEGIN;
SELECT pg_temp."patiently"('"Task", "Member"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "Task" DROP CONSTRAINT IF EXISTS "Task_shopId_memberId_fkey";
  ALTER TABLE "Task" ADD CONSTRAINT "Task_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
