// What the moment of the list was called that brought a gift.

/** Of a gift `g`, as its version of the program has it; null where no moment of the list brought it. $1 shop. */
export const MOMENT_TITLE = `(select moment->'title' from "ProgramVersion" version
    cross join lateral jsonb_array_elements(coalesce(version.rules->'moments', '[]'::jsonb)) as moment
    where version."shopId" = $1 and version.number = g."programVersion" and moment->>'key' = g."momentKey")`;
