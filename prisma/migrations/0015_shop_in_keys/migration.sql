-- A row of one shop can't name a member of another: foreign keys to members bear the shop. Written for tables that are
-- full and written to meanwhile: each step is a transaction of its own that waits for its locks half a second at most, and
-- so never stands in a queue that others wait behind; what is long (looking at old rows) locks out nobody. Steps that are
-- done are skipped, so that a run that was cut off can be repeated.
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

-- The new key of members replaces the index of the members' list, which had the same columns of fewer rows: a member's
-- update writes as many indexes as before. While it is built, about a second for a million members, nobody writes members.
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'SHARE',
  'CREATE UNIQUE INDEX IF NOT EXISTS "Member_shopId_id_key" ON "Member"("shopId", "id")');
COMMIT;
BEGIN;
SELECT pg_temp."patiently"('"Member"', 'ACCESS EXCLUSIVE', 'DROP INDEX IF EXISTS "Member_listed_idx"');
COMMIT;

-- New rows are held to the new key from here on; the old key goes at the same moment. Members first: so do the workers.
CREATE OR REPLACE FUNCTION pg_temp."bear_the_shop"(child TEXT, col TEXT, what TEXT) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name TEXT := child || '_shopId_' || col || '_fkey';
BEGIN
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = name) THEN
    RETURN;
  END IF;
  PERFORM pg_temp."patiently"(
    CASE child WHEN 'Member' THEN '"Member"' ELSE format('"Member", %I', child) END, 'ACCESS EXCLUSIVE',
    format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("shopId", %I) REFERENCES "Member"("shopId", "id")
      ON DELETE %s ON UPDATE CASCADE NOT VALID, DROP CONSTRAINT IF EXISTS %I', child, name, col, what,
      child || '_' || col || '_fkey'));
END $$;
BEGIN;
SELECT pg_temp."bear_the_shop"('MemberCard', 'memberId', 'CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."bear_the_shop"('LedgerEntry', 'memberId', 'CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."bear_the_shop"('Adjustment', 'memberId', 'CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."bear_the_shop"('LeftOut', 'memberId', 'CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."bear_the_shop"('BirthdayChange', 'memberId', 'CASCADE');
COMMIT;
-- Only the column that names the member is emptied: Prisma has no word for that, so its schema says NoAction.
BEGIN;
SELECT pg_temp."bear_the_shop"('Order', 'memberId', 'SET NULL ("memberId")');
COMMIT;
BEGIN;
SELECT pg_temp."bear_the_shop"('Member', 'mergedIntoId', 'SET NULL ("mergedIntoId")');
COMMIT;

-- Rows of before, while everybody goes on reading and writing.
BEGIN;
ALTER TABLE "MemberCard" VALIDATE CONSTRAINT "MemberCard_shopId_memberId_fkey";
COMMIT;
BEGIN;
ALTER TABLE "LedgerEntry" VALIDATE CONSTRAINT "LedgerEntry_shopId_memberId_fkey";
COMMIT;
BEGIN;
ALTER TABLE "Adjustment" VALIDATE CONSTRAINT "Adjustment_shopId_memberId_fkey";
COMMIT;
BEGIN;
ALTER TABLE "LeftOut" VALIDATE CONSTRAINT "LeftOut_shopId_memberId_fkey";
COMMIT;
BEGIN;
ALTER TABLE "BirthdayChange" VALIDATE CONSTRAINT "BirthdayChange_shopId_memberId_fkey";
COMMIT;
BEGIN;
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_shopId_memberId_fkey";
COMMIT;
BEGIN;
ALTER TABLE "Member" VALIDATE CONSTRAINT "Member_shopId_mergedIntoId_fkey";
COMMIT;
