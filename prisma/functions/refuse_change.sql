-- Entries, allocations and published versions are never changed; they go only with the shop that is being erased
-- (set_config('sixth.erasing_shop', <id>, true) in the erasing transaction).
CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND coalesce(current_setting('sixth.erasing_shop', true), '') <> '' THEN
    IF TG_TABLE_NAME = 'LotAllocation' THEN
      RETURN OLD;
    END IF;
    IF OLD."shopId"::text = current_setting('sixth.erasing_shop', true) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
