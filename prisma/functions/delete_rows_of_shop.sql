-- Rows of tables without a foreign key go with their shop all the same. They have none, because checking it would lock
-- the shop's row after its members' rows, and publishing locks them the other way round (or because a lease must not
-- wait for whoever publishes).
CREATE OR REPLACE FUNCTION "delete_rows_of_shop"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DailyFigure" WHERE "shopId" = OLD.id;
  DELETE FROM "WebhookPulse" WHERE "shopId" = OLD.id;
  DELETE FROM "ProxyAction" WHERE "shopId" = OLD.id;
  DELETE FROM "ProductGroup" WHERE "shopId" = OLD.id;
  DELETE FROM "RewardCount" WHERE "shopId" = OLD.id;
  DELETE FROM "MomentCount" WHERE "shopId" = OLD.id;
  DELETE FROM "SyncLease" WHERE "shopId" = OLD.id;
  RETURN OLD;
END $$;
