-- What nobody may be given, whoever asks for it: a release that doesn't know why would give it, beside this one or once somebody goes
-- back to it. Its gift is then one that was given before, as far as it sees. Processes of today ask the same under their locks, first.
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
