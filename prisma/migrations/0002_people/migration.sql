-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoId" BIGINT;

-- AlterTable: filled from the member, then required.
ALTER TABLE "MemberCard" ADD COLUMN     "shopId" INTEGER;
UPDATE "MemberCard" c SET "shopId" = m."shopId" FROM "Member" m WHERE m.id = c."memberId";
ALTER TABLE "MemberCard" ALTER COLUMN "shopId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Adjustment" (
    "memberId" BIGINT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "shopId" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" TEXT,
    "madeBy" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Adjustment_pkey" PRIMARY KEY ("memberId","requestKey")
);

-- CreateTable
CREATE TABLE "PeopleRequest" (
    "id" BIGSERIAL NOT NULL,
    "shopId" INTEGER NOT NULL,
    "webhookId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customerId" BIGINT,
    "otherCustomerId" BIGINT,
    "orderIds" BIGINT[],
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PeopleRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PeopleRequest_webhookId_key" ON "PeopleRequest"("webhookId");

-- CreateIndex
CREATE INDEX "PeopleRequest_shopId_kind_customerId_idx" ON "PeopleRequest"("shopId", "kind", "customerId");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjustment" ADD CONSTRAINT "Adjustment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeopleRequest" ADD CONSTRAINT "PeopleRequest_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Requests that wait, found without reading the rest.
CREATE INDEX "PeopleRequest_open_idx" ON "PeopleRequest"("shopId", "id") WHERE "doneAt" IS NULL;

-- The members' list: each filter reads only what it shows, however many members there are.
CREATE INDEX "Member_listed_idx" ON "Member"("shopId", "id") WHERE "mergedIntoId" IS NULL AND "erasedAt" IS NULL;
CREATE INDEX "Member_owing_idx" ON "Member"("shopId", "id") WHERE "points" < 0;
CREATE INDEX "Member_pending_idx" ON "Member"("shopId", "id") WHERE "pendingPoints" <> 0;
CREATE INDEX "Member_blocked_idx" ON "Member"("shopId", "id") WHERE "blocked";
CREATE INDEX "MemberCard_full_idx" ON "MemberCard"("shopId", "memberId") WHERE "stamps" >= "size";
CREATE INDEX "MemberCard_owing_idx" ON "MemberCard"("shopId", "memberId") WHERE "stamps" < 0;
CREATE INDEX "MemberCard_coming_idx" ON "MemberCard"("shopId", "memberId") WHERE "coming" <> 0;
CREATE INDEX "Member_mergedInto_idx" ON "Member"("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;
CREATE INDEX "Order_name_idx" ON "Order"("shopId", ("snapshot" ->> 'name'));

-- Whoever writes a snapshot of an erased order, a late webhook or a read from Shopify: the person stays out of it.
CREATE FUNCTION "keep_order_erased"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  nobody constant jsonb := '{"customerId": null, "name": "", "tags": []}';
BEGIN
  NEW.snapshot := (NEW.snapshot::jsonb || nobody)::json;
  NEW."paidSnapshot" := (NEW."paidSnapshot"::jsonb || nobody)::json;
  RETURN NEW;
END $$;

CREATE TRIGGER "Order_erased" BEFORE INSERT OR UPDATE ON "Order"
  FOR EACH ROW WHEN (NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION "keep_order_erased"();
