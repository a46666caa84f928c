-- Rings one shop's bell: see ring_bells.sql.
CREATE OR REPLACE FUNCTION "ring_bell"(job text, shop int, attempts int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ring_bells(job, ARRAY[shop], attempts);
END $$;
