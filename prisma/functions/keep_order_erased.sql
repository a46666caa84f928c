-- Whoever writes a snapshot of an erased order, a late webhook or a read from Shopify: the person stays out of it.
CREATE OR REPLACE FUNCTION "keep_order_erased"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  nobody constant jsonb := '{"customerId": null, "name": "", "tags": []}';
BEGIN
  NEW.snapshot := (NEW.snapshot::jsonb || nobody)::json;
  NEW."name" := NEW.snapshot ->> 'name';
  NEW."lastCustomerId" := NULL;
  NEW."lastCustomerAt" := NULL;
  NEW."paidSnapshot" := (NEW."paidSnapshot"::jsonb || nobody)::json;
  RETURN NEW;
END $$;
