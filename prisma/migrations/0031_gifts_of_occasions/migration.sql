-- A gift for every entry that a birthday or an anniversary brought: who was given what under which cause is asked for there from now
-- on. It stays with the member who was given it, also where that one was merged since. The release before goes on writing such
-- entries without a gift: whoever asks believes the entry, too, and the nightly check adds what is missing.
-- A row refers to its member, whose lock everybody who writes an order waits for. So this commits every few thousand rows, and takes
-- members in the order in which all take them. That needs a script of one statement: any other beside it, and this one couldn't
-- commit. May be stopped at any time, and repeated.
DO $$
DECLARE
  batch BIGINT[];
BEGIN
  FOR batch IN
    SELECT array_agg(missing.id) FROM (
      SELECT e.id, (row_number() OVER (ORDER BY e."memberId", e.id) - 1) / 2000 AS part
      FROM "LedgerEntry" e WHERE e.kind = 'occasion' AND e.unit = 'points'
        AND NOT EXISTS (SELECT 1 FROM "Gift" g WHERE g."memberId" = e."memberId" AND g.cause = e."sourceKey")
    ) AS missing GROUP BY missing.part ORDER BY missing.part
  LOOP
    INSERT INTO "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt")
    SELECT e."shopId", e."memberId", e."sourceKey", '', jsonb_build_object('kind', 'points', 'points', e.amount),
      coalesce(e."programVersion", 0), 'given', e."occurredAt"
    FROM "LedgerEntry" e WHERE e.id = ANY(batch) ORDER BY e."memberId", e.id
    ON CONFLICT DO NOTHING;
    COMMIT;
  END LOOP;
END $$;
