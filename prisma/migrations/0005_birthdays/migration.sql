-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "proxyPath" TEXT NOT NULL DEFAULT '/apps/sixth',
ADD COLUMN     "sweptThrough" DATE,
ADD COLUMN     "birthdaysAskedTo" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "birthdaysReadTo" TIMESTAMPTZ(3);

-- AlterTable: filled in the shop's calendar, then required.
ALTER TABLE "Member" ADD COLUMN     "joinedOn" DATE,
ADD COLUMN     "birthMonth" SMALLINT,
ADD COLUMN     "birthDay" SMALLINT,
ADD COLUMN     "birthYear" SMALLINT,
ADD COLUMN     "birthdaySetOn" DATE,
ADD COLUMN     "lookAgain" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Member" m SET "joinedOn" = (m."joinedAt" AT TIME ZONE s."timeZone")::date FROM "Shop" s WHERE s.id = m."shopId";
ALTER TABLE "Member" ALTER COLUMN "joinedOn" SET NOT NULL;

-- CreateTable: only the last minute counts, so nothing of it needs to outlive a crash.
CREATE UNLOGGED TABLE "ProxyAction" (
    "shopId" INTEGER NOT NULL,
    "customerId" BIGINT NOT NULL,
    "actedAt" TIMESTAMPTZ(3)[],

    CONSTRAINT "ProxyAction_pkey" PRIMARY KEY ("shopId","customerId")
);

-- CreateTable
CREATE TABLE "BirthdayChange" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "month" SMALLINT,
    "day" SMALLINT,
    "year" SMALLINT,
    "madeBy" TEXT NOT NULL,
    "reason" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BirthdayChange_pkey" PRIMARY KEY ("memberId","requestKey")
);

-- AddForeignKey
ALTER TABLE "BirthdayChange" ADD CONSTRAINT "BirthdayChange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- As before, and what customers did of late.
CREATE OR REPLACE FUNCTION "forget_figures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DailyFigure" WHERE "shopId" = OLD.id;
  DELETE FROM "WebhookPulse" WHERE "shopId" = OLD.id;
  DELETE FROM "ProxyAction" WHERE "shopId" = OLD.id;
  RETURN OLD;
END $$;

-- A date is whole or not there.
ALTER TABLE "Member" ADD CONSTRAINT "Member_birthday_check" CHECK (
  num_nulls("birthMonth", "birthDay", "birthdaySetOn") IN (0, 3) AND ("birthYear" IS NULL OR "birthMonth" IS NOT NULL)
);

-- The day of joining is the shop's own, whoever inserts the member.
CREATE FUNCTION "member_joins"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT (NEW."joinedAt" AT TIME ZONE s."timeZone")::date INTO NEW."joinedOn" FROM "Shop" s WHERE s.id = NEW."shopId";
  RETURN NEW;
END $$;

CREATE TRIGGER "Member_joins" BEFORE INSERT ON "Member"
  FOR EACH ROW WHEN (NEW."joinedOn" IS NULL) EXECUTE FUNCTION "member_joins"();

-- A sweep reads members by their day, and those whom a change asks it to look at again; never the rest.
CREATE INDEX "Member_birthday_idx" ON "Member"("shopId", "birthMonth", "birthDay", "id") WHERE "birthMonth" IS NOT NULL;
CREATE INDEX "Member_joinedOn_idx" ON "Member"
  ("shopId", (extract(month FROM "joinedOn")::int), (extract(day FROM "joinedOn")::int), "id");
CREATE INDEX "Member_lookAgain_idx" ON "Member"("shopId", "id") WHERE "lookAgain";

-- The page of the next birthdays finds whose wait ends on a day, and the gifts of a period.
CREATE INDEX "Member_birthdaySetOn_idx" ON "Member"("shopId", "birthdaySetOn", "id") WHERE "birthdaySetOn" IS NOT NULL;
CREATE INDEX "LedgerEntry_occasion_idx" ON "LedgerEntry"("shopId", "occurredAt") WHERE "kind" = 'occasion';

-- As before, and how many gifts were given.
CREATE OR REPLACE FUNCTION "figures_of_entries"(wanted INTEGER)
RETURNS TABLE ("shopId" INTEGER, day DATE, kind TEXT, amount BIGINT) LANGUAGE sql STABLE AS $$
  WITH placed AS (
    SELECT e."shopId", (e."occurredAt" AT TIME ZONE s."timeZone")::date AS day, e.id, e.unit, e.kind, e.amount, e.filled,
      e."orderId"
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
  SELECT p."shopId", p.day, 'gifts-given', count(*)
  FROM placed p WHERE p.kind = 'occasion' GROUP BY 1, 2
  UNION ALL
  SELECT f."shopId", f.day, 'orders-counted', count(*) FROM firsts f GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-joined', count(*) FROM people p GROUP BY 1, 2
  UNION ALL
  SELECT p."shopId", p.day, 'members-left', count(*) FROM people p WHERE p.gone GROUP BY 1, 2
$$;
