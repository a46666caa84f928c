-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "discountsVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "newCurrency" TEXT,
ADD COLUMN     "newCurrencySince" TIMESTAMPTZ(3),
ADD COLUMN     "plan" TEXT;

-- AlterTable: the defaults are constants of this moment, so no row is rewritten. Whatever is behind is so since now; and
-- whose stamps a metafield tells without a last day is found by the day that is long past.
ALTER TABLE "Member" ADD COLUMN     "behindSince" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "stampsUntil" DATE DEFAULT '1970-01-01'::date,
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "refusals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refusedSince" TIMESTAMPTZ(3),
ADD COLUMN     "syncTryAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "dueSince" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- Who was taken for gone by any refusal is asked for anew.
UPDATE "Member" SET "syncTryAt" = now() WHERE "goneAt" IS NOT NULL AND "mergedIntoId" IS NULL AND "erasedAt" IS NULL;

-- Members whose next try has a time, and those who were refused: few, whatever a shop holds.
CREATE INDEX "Member_toTry_idx" ON "Member"("shopId", "syncTryAt") WHERE "syncTryAt" IS NOT NULL;
CREATE INDEX "Member_refused_idx" ON "Member"("shopId", "refusedSince") WHERE "refusedSince" IS NOT NULL;
-- Members whose stamps need a later last day.
CREATE INDEX "Member_stampsUntil_idx" ON "Member"("shopId", "stampsUntil")
  WHERE "stampsUntil" IS NOT NULL AND "goneAt" IS NULL AND "mergedIntoId" IS NULL AND "erasedAt" IS NULL;

-- Whoever makes an order due, or a member lag behind, the row says since when. Only the step from one to the other fires.
CREATE FUNCTION "order_falls_due"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."dueSince" := now();
  RETURN NEW;
END $$;

CREATE TRIGGER "Order_falls_due" BEFORE UPDATE ON "Order"
  FOR EACH ROW WHEN (NEW."appliedRevision" < NEW."revision" AND OLD."appliedRevision" >= OLD."revision")
  EXECUTE FUNCTION "order_falls_due"();

CREATE FUNCTION "member_falls_behind"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."behindSince" := now();
  RETURN NEW;
END $$;

CREATE TRIGGER "Member_falls_behind" BEFORE UPDATE ON "Member"
  FOR EACH ROW WHEN (NEW."syncedRev" < NEW."rev" AND OLD."syncedRev" >= OLD."rev")
  EXECUTE FUNCTION "member_falls_behind"();
