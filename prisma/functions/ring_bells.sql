-- Rings the bells of several shops: one waiting job per shop and name (job key). Its flag says the same name, so that a
-- worker in which that job runs leaves it waiting. No queue of graphile-worker's: a look for a job locks every queue's row.
--
-- 1. A bell that certainly waits is left as it is. It is held until we commit, so that no worker takes it before and looks too
--    early; a worker that passed it by meanwhile is called by the notice.
-- 2. One that nobody has rung is a new job as add_jobs would make it, in one statement instead of its four.
-- 3. What is left has a job that runs, failed or waits for later: add_jobs. It gives up silently where a worker takes the
--    waiting job at the same moment; that job may have looked already, so the bell is rung until a job waits.
--
-- Each statement sees what was committed meanwhile. Bells that don't wait are made in no certain order over the rounds: whoever
-- rings several of them at once does so alone, and holds none while it waits for its turn. They begin in the order of their
-- shops, because processes of the release before ring one after another in that order. A connection plans add_jobs once,
-- often while few jobs are there, with a scan of all of them, which later costs what waits and what is dead: so it has to go by
-- its index.
CREATE OR REPLACE FUNCTION "ring_bells"(job text, shops int[], attempts int) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  bells text[] := ARRAY(SELECT job || '/' || shop FROM unnest(shops) AS shop GROUP BY shop ORDER BY shop);
  rung text[];
  called int := 0;
  is_again boolean := false;
BEGIN
  IF cardinality(bells) > 1 AND cardinality(bells) > (
    SELECT count(*) FROM graphile_worker._private_jobs j
    WHERE j.key = ANY (bells) AND j.is_available AND j.attempts = 0 AND j.run_at <= now()
  ) THEN
    PERFORM pg_advisory_xact_lock(hashtext('ring_bells'), hashtext(job));
  END IF;
  LOOP
    rung := ARRAY(
      SELECT j.key FROM graphile_worker._private_jobs j
      WHERE j.key = ANY (bells) AND j.is_available AND j.attempts = 0 AND j.run_at <= now()
      FOR SHARE SKIP LOCKED);
    called := called + cardinality(rung);
    bells := ARRAY(SELECT bell FROM unnest(bells) AS bell WHERE bell <> ALL (rung));
    EXIT WHEN cardinality(bells) = 0;
    WITH added AS (
      INSERT INTO graphile_worker._private_jobs (task_id, payload, max_attempts, key, flags)
      SELECT task.id, json_build_object('shopId', split_part(bell, '/', 2)::int), ring_bells.attempts, bell,
        jsonb_build_object(bell, true)
      FROM graphile_worker._private_tasks task CROSS JOIN unnest(bells) AS bell WHERE task.identifier = job
      ON CONFLICT (key) DO NOTHING RETURNING key
    ) SELECT array_agg(key) INTO rung FROM added;
    IF rung IS NOT NULL THEN
      called := called + cardinality(rung);
      bells := ARRAY(SELECT bell FROM unnest(bells) AS bell WHERE bell <> ALL (rung));
      EXIT WHEN cardinality(bells) = 0;
    END IF;
    rung := ARRAY(SELECT key FROM graphile_worker.add_jobs(ARRAY(
      SELECT (job, json_build_object('shopId', split_part(bell, '/', 2)::int), NULL, NULL, attempts, bell, NULL,
        ARRAY[bell])::graphile_worker.job_spec
      FROM unnest(bells) AS bell
      -- Somebody has rung it since we looked, and it is held in the next round. If not, somebody keeps it locked: then we wait.
      WHERE is_again OR NOT EXISTS (SELECT FROM graphile_worker._private_jobs j
        WHERE j.key = bell AND j.is_available AND j.attempts = 0 AND j.run_at <= now()))));
    bells := ARRAY(SELECT bell FROM unnest(bells) AS bell WHERE bell <> ALL (rung));
    EXIT WHEN cardinality(bells) = 0;
    is_again := true;
  END LOOP;
  IF called > 0 THEN
    PERFORM pg_notify('jobs:insert', json_build_object('r', random(), 'count', called)::text);
  END IF;
END $$;
