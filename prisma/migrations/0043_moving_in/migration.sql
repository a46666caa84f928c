-- Members who are brought from elsewhere: a file, and its rows until they are members' own. As 0016: a transaction of its own that
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

CREATE TABLE IF NOT EXISTS "MovingIn" (
    "shopId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "step" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "way" TEXT NOT NULL,
    "byEmail" BOOLEAN NOT NULL,
    "theirs" BIGINT NOT NULL,
    "ours" BIGINT NOT NULL,
    "key" TEXT,
    "bulkId" BIGINT,
    "why" TEXT,
    "madeBy" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "members" INTEGER NOT NULL DEFAULT 0,
    "points" BIGINT NOT NULL DEFAULT 0,
    "spentMembers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MovingIn_pkey" PRIMARY KEY ("shopId", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "MovingIn_open_idx" ON "MovingIn"("shopId") WHERE "step" NOT IN ('applied', 'undone');
CREATE INDEX IF NOT EXISTS "MovingIn_due_idx" ON "MovingIn"("dueAt") WHERE "dueAt" IS NOT NULL;

CREATE TABLE IF NOT EXISTS "MovingInRow" (
    "shopId" INTEGER NOT NULL,
    "movingId" BIGINT NOT NULL,
    "line" INTEGER NOT NULL,
    "who" TEXT,
    "customerId" BIGINT,
    "points" BIGINT NOT NULL,
    "stamps" JSONB NOT NULL,
    "birthday" JSONB,
    "leftOut" BOOLEAN NOT NULL,
    "problem" TEXT,

    CONSTRAINT "MovingInRow_pkey" PRIMARY KEY ("shopId", "movingId", "line")
);

CREATE INDEX IF NOT EXISTS "MovingInRow_who_idx" ON "MovingInRow"("shopId", "movingId", "who");
CREATE INDEX IF NOT EXISTS "MovingInRow_customer_idx" ON "MovingInRow"("shopId", "customerId");

BEGIN;
SELECT pg_temp."patiently"('"MovingIn", "MovingInRow", "Shop"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "MovingIn" DROP CONSTRAINT IF EXISTS "MovingIn_shopId_fkey";
  ALTER TABLE "MovingIn" ADD CONSTRAINT "MovingIn_shopId_fkey"
    FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
  ALTER TABLE "MovingInRow" DROP CONSTRAINT IF EXISTS "MovingInRow_shopId_movingId_fkey";
  ALTER TABLE "MovingInRow" ADD CONSTRAINT "MovingInRow_shopId_movingId_fkey"
    FOREIGN KEY ("shopId", "movingId") REFERENCES "MovingIn"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
