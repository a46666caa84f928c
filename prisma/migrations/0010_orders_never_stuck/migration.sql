-- AlterTable: all nullable, so that no row is rewritten.
ALTER TABLE "Shop" ADD COLUMN     "askedDownTo" BIGINT,
ADD COLUMN     "reconciledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "lostOrderAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "missingSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "SetAsideOrder" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "step" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "tryAgainAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SetAsideOrder_pkey" PRIMARY KEY ("shopId","orderId","step")
);

-- CreateTable: unlogged, because what a crash loses is asked again.
CREATE UNLOGGED TABLE "ProductGroup" (
    "shopId" INTEGER NOT NULL,
    "productId" BIGINT NOT NULL,
    "collectionIds" BIGINT[],
    "tags" TEXT[],
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProductGroup_pkey" PRIMARY KEY ("shopId","productId")
);

-- Members whose customer may have been merged without a word: few of all, found without reading the rest.
CREATE INDEX "Member_mergeToSeek_idx" ON "Member"("shopId")
WHERE ("goneAt" IS NOT NULL OR "lostOrderAt" IS NOT NULL) AND "mergedIntoId" IS NULL AND "erasedAt" IS NULL;

-- AddForeignKey
ALTER TABLE "SetAsideOrder" ADD CONSTRAINT "SetAsideOrder_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
