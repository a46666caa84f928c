-- AlterTable: with a constant default no row is rewritten. Nothing is filled: no code of ours exists yet.
ALTER TABLE "Order" ADD COLUMN     "codes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Orders by a code of ours. Most orders have none and aren't in it.
CREATE INDEX "Order_codes_idx" ON "Order" USING gin ("codes") WHERE "codes" <> '{}';
