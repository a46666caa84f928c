-- An instant as a snapshot tells it; null where no calendar has it, so that one such order stops no statement about others.
CREATE OR REPLACE FUNCTION "told_instant"(said TEXT)
RETURNS TIMESTAMPTZ LANGUAGE plpgsql STABLE STRICT AS $$
BEGIN
  RETURN said::timestamptz;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END
$$;
