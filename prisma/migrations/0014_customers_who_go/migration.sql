-- AlterTable: nullable, so that no row is rewritten; where they are missing, the snapshot says whom the order named last.
ALTER TABLE "Order" ADD COLUMN     "lastCustomerAt" TIMESTAMPTZ(0),
ADD COLUMN     "lastCustomerId" BIGINT,
ADD COLUMN     "takenOff" BOOLEAN;

-- Orders that a customer was taken off: who is erased goes out of them, too.
CREATE INDEX "Order_takenOff_idx" ON "Order"("shopId", "lastCustomerId") WHERE "takenOff" AND "memberId" IS NULL;
