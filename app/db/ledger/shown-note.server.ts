// The merchant's last sentence to a member `m` of a shop `s`, as the sync reads it; to one merged into this one, too.
import { recentNote, type NoteProjection, type NoteState } from '#app/core/storefront/project-note.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export const SHOWN_NOTE = `(
    select json_build_object('text', a.note, 'day', to_char(a."madeAt" at time zone s."timeZone", 'YYYY-MM-DD'))
    from person_of(m."shopId", m.id) as p
    cross join lateral (
      (select note, "madeAt" from "Adjustment" a
        where ${ofShop('a', 'm."shopId"')} and a."memberId" = p.id and a.note is not null offset 0)
      union all
      (select note, "givenAt" from "Gift" g
        where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and g.note is not null and g.state <> 'withdrawn' offset 0)
    ) as a
    order by a."madeAt" desc limit 1
  ) as note`;

export type ShownNote = { note: NoteProjection | null };

export function shownNote({ note }: ShownNote, today: string): NoteState {
  return recentNote(note, today);
}
