-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Shop" (
    "id" SERIAL NOT NULL,
    "domain" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draftRevision" INTEGER NOT NULL DEFAULT 1,
    "publishedVersion" INTEGER NOT NULL,
    "earnsFrom" TIMESTAMPTZ(0) NOT NULL,
    "reconciledThrough" TIMESTAMPTZ(3) NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "uninstalledAt" TIMESTAMPTZ(3),
    "tokenGivenAt" TIMESTAMPTZ(3),
    "needsReopenSince" TIMESTAMPTZ(3),
    "syncedVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgramVersion" (
    "shopId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(0) NOT NULL,
    "publishedBy" TEXT NOT NULL,

    CONSTRAINT "ProgramVersion_pkey" PRIMARY KEY ("shopId","number")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" BIGSERIAL NOT NULL,
    "shopId" INTEGER NOT NULL,
    "customerId" BIGINT NOT NULL,
    "points" BIGINT NOT NULL DEFAULT 0,
    "pendingPoints" BIGINT NOT NULL DEFAULT 0,
    "blocked" BOOLEAN NOT NULL DEFAULT false,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "syncedRev" INTEGER NOT NULL DEFAULT 0,
    "goneAt" TIMESTAMPTZ(3),
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberCard" (
    "memberId" BIGINT NOT NULL,
    "cardKey" TEXT NOT NULL,
    "stamps" BIGINT NOT NULL DEFAULT 0,
    "coming" BIGINT NOT NULL DEFAULT 0,
    "size" INTEGER NOT NULL,

    CONSTRAINT "MemberCard_pkey" PRIMARY KEY ("memberId","cardKey")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "orderId" BIGINT,
    "amount" BIGINT NOT NULL,
    "balanceAfter" BIGINT NOT NULL,
    "programVersion" INTEGER,
    "explanation" JSONB NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotAllocation" (
    "id" BIGSERIAL NOT NULL,
    "debitId" BIGINT NOT NULL,
    "creditId" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "LotAllocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "snapshot" JSON,
    "shape" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',
    "refundCount" INTEGER NOT NULL DEFAULT 0,
    "snapshotUpdatedAt" TIMESTAMPTZ(0),
    "paidSnapshot" JSON,
    "paidHash" TEXT NOT NULL DEFAULT '',
    "paidRefundCount" INTEGER NOT NULL DEFAULT 0,
    "paidUpdatedAt" TIMESTAMPTZ(0),
    "deletedAt" TIMESTAMPTZ(3),
    "needsRead" BOOLEAN NOT NULL DEFAULT false,
    "hintedRefundId" BIGINT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "appliedRevision" INTEGER NOT NULL DEFAULT 0,
    "programVersion" INTEGER,
    "facts" JSONB,
    "memberId" BIGINT,
    "pending" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Order_pkey" PRIMARY KEY ("shopId","orderId")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "webhookId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "shopDomain" TEXT NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "subject" JSONB,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("webhookId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN,
    "locale" TEXT,
    "collaborator" BOOLEAN,
    "emailVerified" BOOLEAN,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TokenLease" (
    "shop" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TokenLease_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE UNIQUE INDEX "Shop_domain_key" ON "Shop"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "Member_shopId_customerId_key" ON "Member"("shopId", "customerId");

-- CreateIndex
CREATE INDEX "LedgerEntry_shopId_orderId_idx" ON "LedgerEntry"("shopId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_memberId_seq_key" ON "LedgerEntry"("memberId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_memberId_unit_kind_sourceKey_key" ON "LedgerEntry"("memberId", "unit", "kind", "sourceKey");

-- CreateIndex
CREATE INDEX "LotAllocation_debitId_idx" ON "LotAllocation"("debitId");

-- CreateIndex
CREATE INDEX "LotAllocation_creditId_idx" ON "LotAllocation"("creditId");

-- CreateIndex
CREATE INDEX "Order_memberId_idx" ON "Order"("memberId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_receivedAt_idx" ON "WebhookDelivery"("receivedAt");

-- AddForeignKey
ALTER TABLE "ProgramVersion" ADD CONSTRAINT "ProgramVersion_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberCard" ADD CONSTRAINT "MemberCard_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotAllocation" ADD CONSTRAINT "LotAllocation_debitId_fkey" FOREIGN KEY ("debitId") REFERENCES "LedgerEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotAllocation" ADD CONSTRAINT "LotAllocation_creditId_fkey" FOREIGN KEY ("creditId") REFERENCES "LedgerEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Work that is due, found without reading the rest.
CREATE INDEX "Order_due_idx" ON "Order"("shopId", "orderId") WHERE "appliedRevision" < "revision";
CREATE INDEX "Order_toRead_idx" ON "Order"("shopId", "orderId") WHERE "needsRead";
CREATE INDEX "Member_toSync_idx" ON "Member"("shopId", "id") WHERE "syncedRev" < "rev" AND "goneAt" IS NULL;

ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_amount_check" CHECK ("amount" <> 0);
ALTER TABLE "LotAllocation" ADD CONSTRAINT "LotAllocation_amount_check" CHECK ("amount" <> 0);

-- Entries, allocations and published versions are never changed; they go only with the shop that is being erased
-- (set_config('sixth.erasing_shop', <id>, true) in the erasing transaction).
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND coalesce(current_setting('sixth.erasing_shop', true), '') <> '' THEN
    IF TG_TABLE_NAME = 'LotAllocation' THEN
      RETURN OLD;
    END IF;
    IF OLD."shopId"::text = current_setting('sixth.erasing_shop', true) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE ON "LedgerEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LotAllocation_append_only" BEFORE UPDATE OR DELETE ON "LotAllocation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ProgramVersion_append_only" BEFORE UPDATE OR DELETE ON "ProgramVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LedgerEntry_no_truncate" BEFORE TRUNCATE ON "LedgerEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LotAllocation_no_truncate" BEFORE TRUNCATE ON "LotAllocation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Snapshots are written on the hot path and read once: compressing them costs more than it saves.
ALTER TABLE "Order" ALTER COLUMN "snapshot" SET STORAGE EXTERNAL;
ALTER TABLE "Order" ALTER COLUMN "paidSnapshot" SET STORAGE EXTERNAL;

-- Rings a shop's bell: one waiting job per shop and name (job key), one running at a time (queue).
-- add_job gives up silently, with a null id, when a worker takes the waiting job at the same moment; that job may
-- have looked already, so the bell is rung until a job waits. Each round sees what was committed meanwhile.
CREATE FUNCTION "ring_bell"(job text, shop int, attempts int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  bell text := job || '/' || shop;
BEGIN
  LOOP
    PERFORM 1 FROM graphile_worker.add_job(job, json_build_object('shopId', shop),
      queue_name => bell, job_key => bell, max_attempts => attempts) AS added
    WHERE added.id IS NOT NULL;
    EXIT WHEN FOUND;
  END LOOP;
END $$;
