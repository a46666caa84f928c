-- CreateTable
CREATE TABLE "CardTitle" (
    "shopId" INTEGER NOT NULL,
    "cardKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CardTitle_pkey" PRIMARY KEY ("shopId","cardKey","title")
);

-- CreateTable
CREATE TABLE "CardDiscount" (
    "shopId" INTEGER NOT NULL,
    "cardKey" TEXT NOT NULL,
    "discountId" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'missing',
    "publishedHash" TEXT NOT NULL DEFAULT '',
    "shownHash" TEXT NOT NULL DEFAULT '',
    "problem" TEXT,
    "problemSaid" TEXT,
    "healed" TEXT,
    "healedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CardDiscount_pkey" PRIMARY KEY ("shopId","cardKey")
);

-- AddForeignKey
ALTER TABLE "CardTitle" ADD CONSTRAINT "CardTitle_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardDiscount" ADD CONSTRAINT "CardDiscount_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Titles of the cards published so far. Their discounts are made by the next sync, which reconciliation rings within
-- the hour, once Shopify has the function.
INSERT INTO "CardTitle" ("shopId", "cardKey", "title", "since")
SELECT v."shopId", c->>'key', btrim(t.value), min(v."publishedAt")
FROM "ProgramVersion" v
CROSS JOIN LATERAL jsonb_array_elements(v.rules->'cards') AS c
CROSS JOIN LATERAL jsonb_each_text(c->'title') AS t
GROUP BY 1, 2, 3;

-- AlterTable
ALTER TABLE "MemberCard" ADD COLUMN     "endedBy" BIGINT,
ADD COLUMN     "taken" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "freed" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "OrderFlag" (
    "shopId" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "lineId" BIGINT NOT NULL,
    "cardKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "freeUnits" INTEGER,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderFlag_pkey" PRIMARY KEY ("shopId","orderId","lineId")
);

-- AddForeignKey
ALTER TABLE "OrderFlag" ADD CONSTRAINT "OrderFlag_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "Order"("shopId", "orderId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the discount function reads is written with the next sync of everybody who has a card.
UPDATE "Member" m SET "syncedRev" = 0
WHERE "syncedRev" > 0 AND EXISTS (SELECT 1 FROM "MemberCard" c WHERE c."memberId" = m.id);
SELECT "ring_bell"('sync_members', s.id, 25) FROM "Shop" s
WHERE s."uninstalledAt" IS NULL AND EXISTS (SELECT 1 FROM "MemberCard" c WHERE c."shopId" = s.id);

-- CreateTable: without a foreign key, because checking it would wait for whoever publishes; unlogged, because a lease needn't
-- outlive a crash of the database, and two commits a call needn't wait for the disk.
CREATE UNLOGGED TABLE "SyncLease" (
    "shopId" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SyncLease_pkey" PRIMARY KEY ("shopId")
);

-- A decision has an author, a time and a number, or nothing of them.
ALTER TABLE "OrderFlag" ADD CONSTRAINT "OrderFlag_decision_check" CHECK (num_nulls("freeUnits", "decidedBy", "decidedAt") IN (0, 3));

-- Stamps that come with payment are no debt.
DROP INDEX "MemberCard_owing_idx";
CREATE INDEX "MemberCard_owing_idx" ON "MemberCard"("shopId", "memberId") WHERE "stamps" + "coming" < 0;

-- Flags that wait, found without reading the rest.
CREATE INDEX "OrderFlag_open_idx" ON "OrderFlag"("shopId", "orderId", "lineId") WHERE "decidedAt" IS NULL;

-- Titles that the merchant has called somebody else's are looked up before every batch of orders.
CREATE INDEX "OrderFlag_foreign_idx" ON "OrderFlag"("shopId", "title") WHERE "reason" = 'foreign-title' AND "freeUnits" = 0;

-- As before, and how many units were made free.
CREATE OR REPLACE FUNCTION "figures_of_entries"(wanted INTEGER)
RETURNS TABLE ("shopId" INTEGER, day DATE, kind TEXT, amount BIGINT) LANGUAGE sql STABLE AS $$
  WITH placed AS (
    SELECT e."shopId", (e."occurredAt" AT TIME ZONE s."timeZone")::date AS day, e.id, e.unit, e.kind, e.amount, e.filled,
      e.freed, e."orderId"
    FROM "LedgerEntry" e JOIN "Shop" s ON s.id = e."shopId"
    WHERE e.kind <> 'merge' AND (wanted IS NULL OR e."shopId" = wanted)
  ), firsts AS (
    SELECT DISTINCT ON (p."shopId", p."orderId") p."shopId", p.day
    FROM placed p WHERE p."orderId" IS NOT NULL ORDER BY p."shopId", p."orderId", p.id
  ), people AS (
    SELECT m."shopId", (m."joinedAt" AT TIME ZONE s."timeZone")::date AS day,
      m."mergedIntoId" IS NOT NULL OR m."erasedAt" IS NOT NULL AS gone
    FROM "Member" m JOIN "Shop" s ON s.id = m."shopId"
    WHERE wanted IS NULL OR m."shopId" = wanted
  )
  SELECT p."shopId", p.day, 'points-given', sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.amount > 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'points-taken', -sum(p.amount)::bigint
  FROM placed p WHERE p.unit = 'points' AND p.amount < 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'cards-filled', sum(p.filled)::bigint
  FROM placed p WHERE p.filled <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'units-freed', sum(p.freed)::bigint
  FROM placed p WHERE p.freed <> 0 GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'gifts-given', count(*)
  FROM placed p WHERE p.kind = 'occasion' GROUP BY 1, 2
  UNION ALL
  SELECT f."shopId", f.day, 'orders-counted', count(*) FROM firsts f GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-joined', count(*) FROM people p GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-left', count(*) FROM people p WHERE p.gone GROUP BY 1, 2
$$;

-- As before, and who was writing its members.
CREATE OR REPLACE FUNCTION "forget_figures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DailyFigure" WHERE "shopId" = OLD.id;
  DELETE FROM "WebhookPulse" WHERE "shopId" = OLD.id;
  DELETE FROM "ProxyAction" WHERE "shopId" = OLD.id;
  DELETE FROM "SyncLease" WHERE "shopId" = OLD.id;
  RETURN OLD;
END $$;
