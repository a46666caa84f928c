-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "guideDismissedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "filled" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "DailyFigure" (
    "shopId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "DailyFigure_pkey" PRIMARY KEY ("shopId","day","kind")
);

-- CreateTable
CREATE TABLE "WebhookPulse" (
    "shopId" INTEGER NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookPulse_pkey" PRIMARY KEY ("shopId")
);

-- Neither table has a foreign key: checking it would lock the shop's row after its members' rows, and publishing locks
-- them the other way round. They go with their shop all the same.
CREATE FUNCTION "forget_figures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DailyFigure" WHERE "shopId" = OLD.id;
  DELETE FROM "WebhookPulse" WHERE "shopId" = OLD.id;
  RETURN OLD;
END $$;

CREATE TRIGGER "Shop_forget_figures" AFTER DELETE ON "Shop"
  FOR EACH ROW EXECUTE FUNCTION "forget_figures"();

-- What the roll-up should say, from the entries and members themselves; of one shop, or of all (null). Points that only
-- move between two members of one person are neither given nor taken back.
CREATE FUNCTION "figures_of_entries"(wanted INTEGER)
RETURNS TABLE ("shopId" INTEGER, day DATE, kind TEXT, amount BIGINT) LANGUAGE sql STABLE AS $$
  WITH placed AS (
    SELECT e."shopId", (e."occurredAt" AT TIME ZONE s."timeZone")::date AS day, e.id, e.unit, e.amount, e.filled, e."orderId"
    FROM "LedgerEntry" e JOIN "Shop" s ON s.id = e."shopId"
    WHERE e.kind <> 'merge' AND (wanted IS NULL OR e."shopId" = wanted)
  ), firsts AS (
    SELECT DISTINCT ON (p."shopId", p."orderId") p."shopId", p.day
    FROM placed p WHERE p."orderId" IS NOT NULL ORDER BY p."shopId", p."orderId", p.id
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
  SELECT f."shopId", f.day, 'orders-counted', count(*) FROM firsts f GROUP BY 1, 2
  UNION ALL
  SELECT m."shopId", (m."joinedAt" AT TIME ZONE s."timeZone")::date, 'members-joined', count(*)
  FROM "Member" m JOIN "Shop" s ON s.id = m."shopId"
  WHERE wanted IS NULL OR m."shopId" = wanted GROUP BY 1, 2
$$;

-- Cards that each entry filled so far: by its balance before and after, and the member's card size.
ALTER TABLE "LedgerEntry" DISABLE TRIGGER "LedgerEntry_append_only";
UPDATE "LedgerEntry" e
SET filled = greatest(e."balanceAfter", 0) / c.size - greatest(e."balanceAfter" - e.amount, 0) / c.size
FROM "MemberCard" c
WHERE c."memberId" = e."memberId" AND e.unit = 'stamps/' || c."cardKey"
  AND greatest(e."balanceAfter", 0) / c.size <> greatest(e."balanceAfter" - e.amount, 0) / c.size;
ALTER TABLE "LedgerEntry" ENABLE TRIGGER "LedgerEntry_append_only";

INSERT INTO "DailyFigure" ("shopId", day, kind, amount)
SELECT "shopId", day, kind, amount FROM "figures_of_entries"(NULL);
