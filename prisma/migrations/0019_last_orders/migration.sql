-- As 0016: each step is a transaction of its own that waits for its lock half a second at most, so that nobody queues behind it,
-- and may be repeated.
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

-- When a member's last order was placed: what their list is sorted by. Nullable, so that no row is rewritten.
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "Member" ADD COLUMN IF NOT EXISTS "lastOrderAt" TIMESTAMPTZ(3)');
COMMIT;

-- A member's last order, for lists in its order: whoever applies an order does it under the member's lock. Not where Shopify no
-- longer has the order; such a one, or one that went to another member, makes the rest be looked through.
CREATE OR REPLACE FUNCTION "member_orders"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  placed timestamptz := CASE WHEN NEW."deletedAt" IS NULL AND NEW."missingSince" IS NULL
    THEN coalesce(NEW."placedAt", told_instant(NEW.snapshot->>'processedAt')) END;
BEGIN
  IF placed IS NOT NULL THEN
    UPDATE "Member" SET "lastOrderAt" = placed
    WHERE "shopId" = NEW."shopId" AND id = NEW."memberId" AND coalesce("lastOrderAt", '-infinity') < placed;
  END IF;
  UPDATE "Member" m SET "lastOrderAt" = (
    SELECT max(coalesce(o."placedAt", told_instant(o.snapshot->>'processedAt'))) FROM "Order" o
    WHERE o."shopId" + 0 = m."shopId" AND o."memberId" = m.id AND o."deletedAt" IS NULL AND o."missingSince" IS NULL)
  WHERE m."shopId" = NEW."shopId" AND (placed IS NULL AND m.id = NEW."memberId"
    OR m.id = OLD."memberId" AND OLD."memberId" IS DISTINCT FROM NEW."memberId");
  RETURN NULL;
END $$;

-- The release before applies orders too, while both run.
BEGIN;
SELECT pg_temp."patiently"('"Order"', 'SHARE ROW EXCLUSIVE', $step$
  CREATE OR REPLACE TRIGGER "Order_lastOfMember" AFTER UPDATE OF "appliedRevision" ON "Order" FOR EACH ROW
  WHEN (NEW."memberId" IS NOT NULL OR OLD."memberId" IS NOT NULL) EXECUTE FUNCTION "member_orders"()
$step$);
COMMIT;

-- Members of before, locked in the order in which everybody locks them; a few seconds for a million.
BEGIN;
UPDATE "Member" m SET "lastOrderAt" = o."at" FROM (
  SELECT id FROM "Member" WHERE "lastOrderAt" IS NULL ORDER BY "shopId", id FOR UPDATE
) AS l, (
  SELECT "memberId", max("placedAt") AS "at" FROM "Order"
  WHERE "memberId" IS NOT NULL AND "deletedAt" IS NULL AND "missingSince" IS NULL GROUP BY "memberId"
) AS o
WHERE m.id = l.id AND o."memberId" = m.id AND m."lastOrderAt" IS NULL;
COMMIT;

-- Each order of the list walks an index of its own, from its place in the list on. While one is built, about a second for a
-- million members, they are read and not written. By `coalesce`, so that these serve the list alone: until a table has been
-- analyzed, PostgreSQL would walk them, all of a shop, for statements that have an index of their own.
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Member_byJoined_idx" ON "Member"("shopId", "joinedAt", "id")
  WHERE coalesce("mergedIntoId", 0) = 0 AND "erasedAt" IS NULL
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Member_byPoints_idx" ON "Member"("shopId", "points", "id")
  WHERE coalesce("mergedIntoId", 0) = 0 AND "erasedAt" IS NULL
$step$);
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "Member_byLastOrder_idx" ON "Member"("shopId", (coalesce("lastOrderAt", 'epoch'::timestamptz)), "id")
  WHERE coalesce("mergedIntoId", 0) = 0 AND "erasedAt" IS NULL
$step$);
COMMIT;
