-- AlterTable: all nullable, so that no row is rewritten.
ALTER TABLE "Shop" ADD COLUMN     "aliveAt" TIMESTAMPTZ(3),
ADD COLUMN     "shutOutSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "strippedOf" TEXT;

-- Snapshots whose titles may name somebody, found without reading the rest: all of before, one after the other, and paid
-- snapshots, which may be older than the newest beside them. A process of the release before may write more of them.
CREATE INDEX "Order_toStrip_idx" ON "Order"("shopId", "orderId")
WHERE ("shape" < 4 OR "paidSnapshot" IS NOT NULL) AND "snapshot" IS NOT NULL
  AND "strippedOf" IS DISTINCT FROM "hash" || '/' || "paidHash";

-- Orders of nobody, by their age. An order is applied before it is in here, so one of a member never is.
CREATE INDEX "Order_ofNobody_idx" ON "Order"("shopId", (coalesce("placedAt", "dueSince")))
WHERE "memberId" IS NULL AND "appliedRevision" >= "revision";
