-- A snapshot without the titles that may name somebody, as snapshots are written since shape 4: only automatic discounts
-- keep theirs, and what could be a code of ours where `keeps_codes` (possible-code.ts says which). Nothing else of it changes,
-- neither its worth; a snapshot that has none of these stays as it is, to the letter. One that can't be read stays, too.
CREATE OR REPLACE FUNCTION "without_foreign_titles"(told JSON, keeps_codes BOOLEAN)
RETURNS JSON LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  ours constant text := '^[a-hjkmnp-z2-9]{4}(-?)[a-hjkmnp-z2-9]{4}\1[a-hjkmnp-z2-9]{4}$';
  kept jsonb;
  changed boolean;
BEGIN
  IF json_typeof(told->'discounts') IS DISTINCT FROM 'array' THEN
    RETURN told;
  END IF;
  SELECT jsonb_agg(CASE WHEN said.foreign THEN said.one || '{"title": ""}' ELSE said.one END ORDER BY said.n),
    bool_or(said.foreign)
  INTO kept, changed
  FROM (
    SELECT d.one, d.n, jsonb_typeof(d.one) = 'object' AND d.one ? 'title' AND d.one->'title' <> '""'
      AND d.one->>'type' IS DISTINCT FROM 'automatic'
      AND NOT (keeps_codes
        AND lower(regexp_replace(d.one->>'title', '\s', '', 'g')) COLLATE "C" ~ ours) AS foreign
    FROM jsonb_array_elements((told->'discounts')::jsonb) WITH ORDINALITY AS d(one, n)
  ) AS said;
  IF changed IS NOT TRUE THEN
    RETURN told;
  END IF;
  RETURN (told::jsonb || jsonb_build_object('discounts', kept))::json;
EXCEPTION WHEN data_exception THEN
  RETURN told;
END $$;
