-- One table for the discounts of cards and of rewards. The release before knows "CardDiscount" alone, and both run while this one
-- is rolled out: what either writes about a card's discount is written in both tables, by triggers that don't call each other.
-- CreateTable
CREATE TABLE IF NOT EXISTS "ShopDiscount" (
    "shopId" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "discountId" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'missing',
    "publishedHash" TEXT NOT NULL DEFAULT '',
    "shownHash" TEXT NOT NULL DEFAULT '',
    "problem" TEXT,
    "problemSaid" TEXT,
    "healed" TEXT,
    "healedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "title" TEXT,
    "value" JSONB,
    "firstCode" TEXT,
    "poolSize" INTEGER NOT NULL DEFAULT 50,
    "sweptAt" TIMESTAMPTZ(3),
    "endingSince" TIMESTAMPTZ(3),

    CONSTRAINT "ShopDiscount_pkey" PRIMARY KEY ("shopId","owner")
);

-- Rewards' discounts that have a pool of codes, for the bell that keeps it filled.
CREATE INDEX IF NOT EXISTS "ShopDiscount_pools_idx" ON "ShopDiscount"("shopId", "owner")
  WHERE "value" IS NOT NULL AND "discountId" IS NOT NULL AND "endingSince" IS NULL;

-- A key to shops: whoever writes one is waited for, and none waits behind it.
BEGIN;
DO $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'ShopDiscount_shopId_fkey') THEN
        ALTER TABLE "ShopDiscount" ADD CONSTRAINT "ShopDiscount_shopId_fkey"
          FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
      END IF;
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '"Shop" could not be locked: stop what holds it for long, and migrate again';
END $$;
COMMIT;

-- As in prisma/functions, which is what counts from now on.
CREATE OR REPLACE FUNCTION "card_discount_is_shop_discount"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "ShopDiscount" WHERE "shopId" = OLD."shopId" AND "owner" = 'card/' || OLD."cardKey";
    RETURN NULL;
  END IF;
  INSERT INTO "ShopDiscount" ("shopId", "owner", "discountId", "state", "publishedHash", "shownHash", "problem", "problemSaid",
    "healed", "healedAt", "checkedAt")
  VALUES (NEW."shopId", 'card/' || NEW."cardKey", NEW."discountId", NEW."state", NEW."publishedHash", NEW."shownHash",
    NEW."problem", NEW."problemSaid", NEW."healed", NEW."healedAt", NEW."checkedAt")
  ON CONFLICT ("shopId", "owner") DO UPDATE SET "discountId" = EXCLUDED."discountId", "state" = EXCLUDED."state",
    "publishedHash" = EXCLUDED."publishedHash", "shownHash" = EXCLUDED."shownHash", "problem" = EXCLUDED."problem",
    "problemSaid" = EXCLUDED."problemSaid", "healed" = EXCLUDED."healed", "healedAt" = EXCLUDED."healedAt",
    "checkedAt" = EXCLUDED."checkedAt";
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION "shop_discount_is_card_discount"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "CardDiscount" WHERE "shopId" = OLD."shopId" AND "cardKey" = substr(OLD."owner", 6);
    RETURN NULL;
  END IF;
  INSERT INTO "CardDiscount" ("shopId", "cardKey", "discountId", "state", "publishedHash", "shownHash", "problem", "problemSaid",
    "healed", "healedAt", "checkedAt")
  VALUES (NEW."shopId", substr(NEW."owner", 6), NEW."discountId", NEW."state", NEW."publishedHash", NEW."shownHash",
    NEW."problem", NEW."problemSaid", NEW."healed", NEW."healedAt", NEW."checkedAt")
  ON CONFLICT ("shopId", "cardKey") DO UPDATE SET "discountId" = EXCLUDED."discountId", "state" = EXCLUDED."state",
    "publishedHash" = EXCLUDED."publishedHash", "shownHash" = EXCLUDED."shownHash", "problem" = EXCLUDED."problem",
    "problemSaid" = EXCLUDED."problemSaid", "healed" = EXCLUDED."healed", "healedAt" = EXCLUDED."healedAt",
    "checkedAt" = EXCLUDED."checkedAt";
  RETURN NULL;
END $$;

-- Nobody writes a card's discount between the trigger and the copy of what is there: both commit together.
BEGIN;
DO $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      LOCK TABLE "CardDiscount" IN SHARE ROW EXCLUSIVE MODE;
      CREATE OR REPLACE TRIGGER "CardDiscount_mirrored" AFTER INSERT OR UPDATE OR DELETE ON "CardDiscount"
        FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "card_discount_is_shop_discount"();
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '"CardDiscount" could not be locked: stop what holds it for long, and migrate again';
END $$;
INSERT INTO "ShopDiscount" ("shopId", "owner", "discountId", "state", "publishedHash", "shownHash", "problem", "problemSaid",
  "healed", "healedAt", "checkedAt")
SELECT "shopId", 'card/' || "cardKey", "discountId", "state", "publishedHash", "shownHash", "problem", "problemSaid", "healed",
  "healedAt", "checkedAt"
FROM "CardDiscount" ON CONFLICT DO NOTHING;
CREATE OR REPLACE TRIGGER "ShopDiscount_mirrored" AFTER INSERT OR UPDATE ON "ShopDiscount"
  FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND NEW."owner" LIKE 'card/%')
  EXECUTE FUNCTION "shop_discount_is_card_discount"();
CREATE OR REPLACE TRIGGER "ShopDiscount_unmirrored" AFTER DELETE ON "ShopDiscount"
  FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND OLD."owner" LIKE 'card/%')
  EXECUTE FUNCTION "shop_discount_is_card_discount"();
COMMIT;
