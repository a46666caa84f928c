-- A member's last order, for lists in its order: whoever applies an order does it under the member's lock. Not where Shopify no
-- longer has the order, nor where it is closed, for whoever left; such a one, or one that went to another member, makes the rest of that member's be looked through. Each
-- member is found by its key, never among the shop's.
CREATE OR REPLACE FUNCTION "member_orders"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  placed timestamptz := CASE WHEN NEW."deletedAt" IS NULL AND NEW."missingSince" IS NULL AND NOT NEW.closed
    THEN coalesce(NEW."placedAt", told_instant(NEW.snapshot->>'processedAt')) END;
  other bigint;
BEGIN
  -- It was no last order of theirs before, or went with all the others.
  IF NEW.closed AND (OLD."memberId" IS NULL OR OLD."memberId" = NEW."memberId") THEN
    RETURN NULL;
  END IF;
  IF placed IS NOT NULL THEN
    UPDATE "Member" SET "lastOrderAt" = placed
    WHERE "shopId" = NEW."shopId" AND id = NEW."memberId" AND coalesce("lastOrderAt", '-infinity') < placed;
  END IF;
  IF placed IS NOT NULL AND (OLD."memberId" IS NULL OR OLD."memberId" = NEW."memberId") THEN
    RETURN NULL;
  END IF;
  FOR other IN
    SELECT NEW."memberId" WHERE placed IS NULL AND NEW."memberId" IS NOT NULL
    UNION
    SELECT OLD."memberId" WHERE OLD."memberId" IS NOT NULL AND OLD."memberId" IS DISTINCT FROM NEW."memberId"
    ORDER BY 1
  LOOP
    UPDATE "Member" m SET "lastOrderAt" = (
      SELECT max(coalesce(o."placedAt", told_instant(o.snapshot->>'processedAt'))) FROM "Order" o
      WHERE o."shopId" + 0 = m."shopId" AND o."memberId" = m.id AND o."deletedAt" IS NULL AND o."missingSince" IS NULL
        AND NOT o.closed)
    WHERE m."shopId" = NEW."shopId" AND m.id = other;
  END LOOP;
  RETURN NULL;
END $$;
