-- What is left of credits, and what is owed, as it was after some entry of a member: whoever takes points reads that and the few
-- entries since, whatever the member's history. Nothing is filled here: a book without a row is reckoned from its entries, as the
-- release before does, and kept from then on.
CREATE TABLE IF NOT EXISTS "LotBook" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "through" INTEGER NOT NULL,

    CONSTRAINT "LotBook_pkey" PRIMARY KEY ("memberId","unit")
);

CREATE TABLE IF NOT EXISTS "OpenLot" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "entryId" BIGINT NOT NULL,
    "orderId" BIGINT,
    "voucherId" BIGINT,
    "countedOn" DATE NOT NULL,
    "keepUntil" DATE,
    "rest" BIGINT NOT NULL,

    CONSTRAINT "OpenLot_pkey" PRIMARY KEY ("memberId","unit","seq")
);

-- In the order in which debits take them.
CREATE INDEX IF NOT EXISTS "OpenLot_taken_idx" ON "OpenLot"("memberId", "unit", "countedOn", "keepUntil" NULLS FIRST, "seq");

-- As 0016: a transaction of its own that waits for its lock half a second at most, so that nobody queues behind it, and that may
-- be repeated.
CREATE OR REPLACE FUNCTION pg_temp."tie"(child TEXT) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name TEXT := child || '_shopId_memberId_fkey';
BEGIN
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = name) THEN
    RETURN;
  END IF;
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      EXECUTE format('LOCK TABLE "Member", %I IN SHARE ROW EXCLUSIVE MODE', child);
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id")
        ON DELETE CASCADE ON UPDATE CASCADE', child, name);
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '"Member" could not be locked: stop what holds it for long, and migrate again';
END $$;
BEGIN;
SELECT pg_temp."tie"('LotBook');
COMMIT;
BEGIN;
SELECT pg_temp."tie"('OpenLot');
COMMIT;
