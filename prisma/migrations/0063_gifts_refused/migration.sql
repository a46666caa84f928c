-- Two things that a release which doesn't know them would give: a moment that is paused, and by a list that gives nobody anything again
-- who had it. As 0016: a transaction of its own that waits for its lock half a second at most, and that may be repeated.
CREATE OR REPLACE FUNCTION pg_temp."patiently"(tables TEXT, mode TEXT, step TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      EXECUTE format('LOCK TABLE %s IN %s MODE', tables, mode);
      EXECUTE step;
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '% could not be locked: stop what holds them for long, and migrate again', tables;
END $$;

CREATE OR REPLACE FUNCTION "refuse_gift"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment TEXT := coalesce(NEW."momentKey", split_part(NEW.cause, '/', 1));
BEGIN
  -- Paused; what was given before may still be noted.
  PERFORM 1 FROM "Shop" s JOIN "ProgramVersion" v ON v."shopId" = s.id AND v.number = s."publishedVersion"
    WHERE s.id = NEW."shopId" AND v.rules->'pausedMoments' ? moment AND v."publishedAt" <= NEW."givenAt";
  IF NOT FOUND THEN
    PERFORM 1 FROM "MomentList" l
      WHERE l."shopId" = NEW."shopId" AND l."requestKey" = substr(NEW.cause, length(moment) + 2)
        AND l."momentKey" = moment AND NOT l.again;
    IF NOT FOUND THEN
      RETURN NEW;
    END IF;
    -- By a list that gives nobody again who had it.
    PERFORM 1 FROM person_of(NEW."shopId", NEW."memberId") AS p
      JOIN "Gift" g ON g."shopId" = NEW."shopId" AND g."memberId" = p.id
      WHERE g."momentKey" = moment AND g.state <> 'held-out' AND g.cause <> NEW.cause;
    IF NOT FOUND THEN
      RETURN NEW;
    END IF;
  END IF;
  -- What the merchant is to do was noted before the gift, and goes with it.
  IF NEW.gives->>'kind' = 'task' THEN
    RAISE EXCEPTION '% is not to be given', moment USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

BEGIN;
SELECT pg_temp."patiently"('"Gift"', 'SHARE ROW EXCLUSIVE', $step$
  DROP TRIGGER IF EXISTS "Gift_refused" ON "Gift";
  CREATE TRIGGER "Gift_refused" BEFORE INSERT ON "Gift" FOR EACH ROW
    WHEN (NEW."momentKey" IS NOT NULL OR NEW.cause LIKE 'birthday/%' OR NEW.cause LIKE 'anniversary/%')
    EXECUTE FUNCTION "refuse_gift"()
$step$);
COMMIT;
