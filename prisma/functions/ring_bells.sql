-- Rings the bells of several shops: one waiting job per shop and name (job key). Its flag says the same name, so that a
-- worker in which that job runs leaves it waiting. No queue of graphile-worker's: a look for a job locks every queue's row.
-- A bell that certainly waits is left as it is, which costs a tenth. It is held until we commit, so that no worker takes
-- it before and looks too early; a worker that passed it by meanwhile is called by the notice.
-- add_jobs gives up silently where a worker takes the waiting job at the same moment; that job may have looked already,
-- so the bell is rung until a job waits. Each round sees what was committed meanwhile. It takes its rows in no certain
-- order: whoever rings several bells at once does so alone.
CREATE OR REPLACE FUNCTION "ring_bells"(job text, shops int[], attempts int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  rung text[];
  silent graphile_worker.job_spec[];
BEGIN
  SELECT array_agg(held.key) INTO rung FROM (
    SELECT j.key FROM graphile_worker._private_jobs j
    WHERE j.key = ANY (ARRAY(SELECT job || '/' || shop FROM unnest(shops) AS shop))
      AND j.is_available AND j.attempts = 0 AND j.run_at <= now()
    FOR SHARE SKIP LOCKED
  ) AS held;
  IF rung IS NOT NULL THEN
    PERFORM pg_notify('jobs:insert', json_build_object('r', random(), 'count', cardinality(rung))::text);
  END IF;
  LOOP
    silent := ARRAY(
      SELECT (job, json_build_object('shopId', shop), NULL, NULL, attempts, bell, NULL, ARRAY[bell])::graphile_worker.job_spec
      FROM (SELECT DISTINCT shop, job || '/' || shop AS bell FROM unnest(shops) AS shop) AS named
      WHERE bell <> ALL (coalesce(rung, '{}')) ORDER BY shop);
    EXIT WHEN cardinality(silent) = 0;
    IF cardinality(silent) > 1 THEN
      PERFORM pg_advisory_xact_lock(hashtext('ring_bells'), hashtext(job));
    END IF;
    SELECT rung || array_agg(added.key) INTO rung FROM graphile_worker.add_jobs(silent) AS added;
  END LOOP;
END $$;
