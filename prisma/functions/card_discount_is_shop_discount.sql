-- What the release before writes about a card's discount is the discount of that owner, too; it goes with "CardDiscount".
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
