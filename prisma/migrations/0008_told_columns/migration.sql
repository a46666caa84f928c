-- AlterTable: nullable, so that no row is rewritten; a job fills those of before in small batches.
ALTER TABLE "Order" ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "name" TEXT,
ADD COLUMN     "placedAt" TIMESTAMPTZ(3);

-- Orders that aren't filled yet, found without reading the rest. Goes with the job.
CREATE INDEX "Order_toFill_idx" ON "Order"("shopId", "orderId") WHERE "shape" < 2 AND "snapshot" IS NOT NULL;

-- Orders by name: by the column, or by the snapshot where the column isn't filled yet.
CREATE INDEX "Order_toldName_idx" ON "Order"("shopId", (CASE WHEN "shape" >= 2 THEN "name" ELSE "snapshot" ->> 'name' END));
DROP INDEX "Order_name_idx";
