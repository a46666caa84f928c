-- An order that the ledger had followed was told anew: since when it is due again.
CREATE OR REPLACE FUNCTION "order_falls_due"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."dueSince" := now();
  RETURN NEW;
END $$;
