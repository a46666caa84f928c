-- Rings a shop's bell: one waiting job per shop and name (job key), one running at a time (queue).
-- add_job gives up silently, with a null id, when a worker takes the waiting job at the same moment; that job may
-- have looked already, so the bell is rung until a job waits. Each round sees what was committed meanwhile.
CREATE OR REPLACE FUNCTION "ring_bell"(job text, shop int, attempts int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  bell text := job || '/' || shop;
BEGIN
  LOOP
    PERFORM 1 FROM graphile_worker.add_job(job, json_build_object('shopId', shop),
      queue_name => bell, job_key => bell, max_attempts => attempts) AS added
    WHERE added.id IS NOT NULL;
    EXIT WHEN FOUND;
  END LOOP;
END $$;
