-- The day of joining is the shop's own, whoever inserts the member.
CREATE OR REPLACE FUNCTION "member_joins"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT (NEW."joinedAt" AT TIME ZONE s."timeZone")::date INTO NEW."joinedOn" FROM "Shop" s WHERE s.id = NEW."shopId";
  RETURN NEW;
END $$;
