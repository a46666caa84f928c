-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "hintedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "deletionHintedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ErasedShop" (
    "id" INTEGER NOT NULL,
    "domainHash" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "uninstalledAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "orders" INTEGER NOT NULL DEFAULT 0,
    "members" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ErasedShop_pkey" PRIMARY KEY ("id")
);

