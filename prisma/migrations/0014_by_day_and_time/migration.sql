-- AlterTable: a day instead of a flag.
ALTER TABLE "Member" ADD COLUMN     "lookFrom" DATE;

-- Whom the flag marks was marked at some time since the last sweep: looked at from then, or since yesterday.
UPDATE "Member" m SET "lookFrom" = least(s."sweptThrough", (now() AT TIME ZONE s."timeZone")::date - 1)
FROM "Shop" s WHERE s.id = m."shopId" AND m."lookAgain";

-- Marked members, by either; the index of the flag alone goes with the flag.
CREATE INDEX "Member_marked_idx" ON "Member"("shopId", "id") WHERE "lookFrom" IS NOT NULL OR "lookAgain";
