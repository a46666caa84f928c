-- As 0016: a transaction of its own that waits for its lock half a second at most, so that nobody queues behind it, and that may
-- be repeated.
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

-- Nullable: no row is rewritten, and the release before goes on without them.
BEGIN;
SELECT pg_temp."patiently"('"LedgerEntry"', 'ACCESS EXCLUSIVE',
  'ALTER TABLE "LedgerEntry" ADD COLUMN IF NOT EXISTS "voucherId" BIGINT, ADD COLUMN IF NOT EXISTS "countedOn" DATE,
    ADD COLUMN IF NOT EXISTS "keepUntil" DATE');
COMMIT;
-- What a voucher took and gave back. While it is built, entries are read and not written.
BEGIN;
SELECT pg_temp."patiently"('"LedgerEntry"', 'SHARE', $step$
  CREATE INDEX IF NOT EXISTS "LedgerEntry_voucherId_idx" ON "LedgerEntry"("voucherId") WHERE "voucherId" IS NOT NULL
$step$);
COMMIT;

-- New tables, of which the release before knows nothing. "RewardCount" has no foreign key: checking it would lock the shop's
-- row after a member's, and publishing locks them the other way round.
-- CreateTable
CREATE TABLE IF NOT EXISTS "Gift" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "rewardKey" TEXT,
    "gives" JSONB NOT NULL,
    "programVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "madeBy" TEXT,
    "reason" TEXT,
    "note" TEXT,

    CONSTRAINT "Gift_pkey" PRIMARY KEY ("memberId","cause")
);

-- CreateTable
CREATE TABLE IF NOT EXISTS "Voucher" (
    "id" BIGSERIAL NOT NULL,
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "rewardKey" TEXT NOT NULL,
    "programVersion" INTEGER NOT NULL,
    "gives" JSONB NOT NULL,
    "code" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT 'points',
    "price" BIGINT NOT NULL,
    "faceMinor" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'held',
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "validFrom" DATE NOT NULL,
    "validUntil" DATE,
    "opens" BOOLEAN NOT NULL DEFAULT false,
    "usedAt" TIMESTAMPTZ(3),
    "releasingSince" TIMESTAMPTZ(3),
    "releaseWhy" TEXT,
    "goneSince" TIMESTAMPTZ(3),
    "lookAt" TIMESTAMPTZ(3),
    "missingSince" TIMESTAMPTZ(3),
    "healedOnce" BOOLEAN NOT NULL DEFAULT false,
    "releasedAt" TIMESTAMPTZ(3),
    "flag" TEXT,
    "takenBackBy" TEXT,
    "takenBackReason" TEXT,

    CONSTRAINT "Voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE IF NOT EXISTS "VoucherUse" (
    "shopId" INTEGER NOT NULL,
    "voucherId" BIGINT NOT NULL,
    "orderId" BIGINT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VoucherUse_pkey" PRIMARY KEY ("voucherId","orderId")
);

-- CreateTable
CREATE TABLE IF NOT EXISTS "RewardCode" (
    "shopId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "codeId" BIGINT,
    "batchId" BIGINT,
    "state" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RewardCode_pkey" PRIMARY KEY ("shopId","code")
);

-- CreateTable
CREATE TABLE IF NOT EXISTS "CodeBatch" (
    "id" BIGSERIAL NOT NULL,
    "shopId" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "creationId" BIGINT,
    "heals" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CodeBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE IF NOT EXISTS "RewardCount" (
    "shopId" INTEGER NOT NULL,
    "rewardKey" TEXT NOT NULL,

    CONSTRAINT "RewardCount_pkey" PRIMARY KEY ("shopId","rewardKey")
);

-- CreateIndex
CREATE UNIQUE INDEX IF NOT EXISTS "Voucher_memberId_cause_key" ON "Voucher"("memberId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX IF NOT EXISTS "Voucher_shopId_code_key" ON "Voucher"("shopId", "code");

-- CreateIndex
CREATE UNIQUE INDEX IF NOT EXISTS "Voucher_shopId_id_key" ON "Voucher"("shopId", "id");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "VoucherUse_shopId_orderId_idx" ON "VoucherUse"("shopId", "orderId");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "RewardCode_batchId_idx" ON "RewardCode"("batchId");

-- A member's vouchers that a page shows; those whose last day may be over, or whose first hasn't begun; those being released, by
-- when they are to be looked at; gifts that wait for a code, who came first; codes ready to be taken; batches whose end isn't
-- known. Each holds only what is due.
CREATE INDEX IF NOT EXISTS "Voucher_shown_idx" ON "Voucher"("memberId") WHERE "state" IN ('held', 'releasing');
CREATE INDEX IF NOT EXISTS "Voucher_lapses_idx" ON "Voucher"("validUntil", "shopId") WHERE "state" = 'held' AND "validUntil" IS NOT NULL;
CREATE INDEX IF NOT EXISTS "Voucher_opens_idx" ON "Voucher"("validFrom", "shopId") WHERE "opens";
CREATE INDEX IF NOT EXISTS "Voucher_releasing_idx" ON "Voucher"("shopId", "lookAt") WHERE "state" = 'releasing';
CREATE INDEX IF NOT EXISTS "Voucher_missing_idx" ON "Voucher"("shopId") WHERE "missingSince" IS NOT NULL AND "state" = 'held';
CREATE INDEX IF NOT EXISTS "Voucher_ofReward_idx" ON "Voucher"("shopId", "rewardKey", "state");
CREATE INDEX IF NOT EXISTS "Gift_waiting_idx" ON "Gift"("shopId", "givenAt") WHERE "state" = 'waiting';
CREATE INDEX IF NOT EXISTS "RewardCode_ready_idx" ON "RewardCode"("shopId", "owner") WHERE "state" = 'ready';
CREATE INDEX IF NOT EXISTS "RewardCode_making_idx" ON "RewardCode"("shopId", "owner") WHERE "state" = 'making';
CREATE INDEX IF NOT EXISTS "CodeBatch_open_idx" ON "CodeBatch"("shopId") WHERE "closedAt" IS NULL;

-- Keys to rows that are there already: whoever writes members is waited for, and none waits behind it.
CREATE OR REPLACE FUNCTION pg_temp."tie"(child TEXT, parent TEXT, name TEXT, what TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = name) THEN
    RETURN;
  END IF;
  PERFORM pg_temp."patiently"(format('%I, %I', parent, child), 'SHARE ROW EXCLUSIVE',
    format('ALTER TABLE %I ADD CONSTRAINT %I %s', child, name, what));
END $$;
BEGIN;
SELECT pg_temp."tie"('Gift', 'Member', 'Gift_shopId_memberId_fkey',
  'FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."tie"('Voucher', 'Member', 'Voucher_shopId_memberId_fkey',
  'FOREIGN KEY ("shopId", "memberId") REFERENCES "Member"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."tie"('VoucherUse', 'Voucher', 'VoucherUse_shopId_voucherId_fkey',
  'FOREIGN KEY ("shopId", "voucherId") REFERENCES "Voucher"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."tie"('RewardCode', 'Shop', 'RewardCode_shopId_fkey',
  'FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."tie"('RewardCode', 'CodeBatch', 'RewardCode_batchId_fkey',
  'FOREIGN KEY ("batchId") REFERENCES "CodeBatch"("id") ON DELETE NO ACTION ON UPDATE CASCADE');
COMMIT;
BEGIN;
SELECT pg_temp."tie"('CodeBatch', 'Shop', 'CodeBatch_shopId_fkey',
  'FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE');
COMMIT;
