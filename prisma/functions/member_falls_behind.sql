-- A member whom Shopify showed as it is has changed: since when Shopify lags behind.
CREATE OR REPLACE FUNCTION "member_falls_behind"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."behindSince" := now();
  RETURN NEW;
END $$;
