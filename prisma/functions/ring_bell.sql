-- Rings one shop's bell: see ring_bells.sql, whose first step comes first here too, because most bells wait already.
CREATE OR REPLACE FUNCTION "ring_bell"(job text, shop int, attempts int) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off AS $$
BEGIN
  PERFORM FROM graphile_worker._private_jobs j
  WHERE j.key = job || '/' || shop AND j.is_available AND j.attempts = 0 AND j.run_at <= now() FOR SHARE SKIP LOCKED;
  IF FOUND THEN
    PERFORM pg_notify('jobs:insert', json_build_object('r', random(), 'count', 1)::text);
  ELSE
    PERFORM ring_bells(job, ARRAY[shop], attempts);
  END IF;
END $$;
