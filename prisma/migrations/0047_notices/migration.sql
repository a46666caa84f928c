-- What members are told, once each, and which kinds of it Shopify Flow is sent. Nothing is filled. As 0016: a transaction of its own that
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

CREATE TABLE IF NOT EXISTS "Notice" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "why" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("memberId", "kind", "cause")
);

CREATE INDEX IF NOT EXISTS "Notice_due_idx" ON "Notice"("shopId", "dueAt") WHERE "dueAt" IS NOT NULL;
-- What was told in the last days, by kind; and when a member was last told an offer.
CREATE INDEX IF NOT EXISTS "Notice_made_idx" ON "Notice"("shopId", "madeAt");

BEGIN;
SELECT pg_temp."patiently"('"Notice", "Member"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "Notice" DROP CONSTRAINT IF EXISTS "Notice_shopId_memberId_fkey";
  ALTER TABLE "Notice" ADD CONSTRAINT "Notice_shopId_memberId_fkey"
    FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Shop"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Shop" ADD COLUMN IF NOT EXISTS "toldByFlow" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[]');
COMMIT;
