-- The release before finds a card's discount where it looks for it; it goes with "CardDiscount".
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
