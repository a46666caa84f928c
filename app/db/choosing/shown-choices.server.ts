// What moments of the list brought a member `m` of a shop `s`, as the sync reads it: what is to be chosen, and what came of late.
import { z } from 'zod';
import type { ChoicesState, MomentGift } from '#app/core/storefront/project-choices.ts';
import { offeredGift, offeredGifts } from '#app/core/moments/moment-gift.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** More aren't looked at: those that end or came last. */
const MOST = 12;

/** Of who was merged into the member, too. How the moment is called, and what it says, is its version's. */
export const SHOWN_CHOICES = `coalesce((
    select json_agg(json_build_object('cause', g.cause, 'state', g.state, 'gives', g.gives, 'offers', g.offers,
      'until', g."openUntil", 'on', (g.at at time zone s."timeZone")::date, 'title', r.rule->'title',
      'advice', case when r.rule->>'kind' <> 'silent' or g.gives->>'kind' = 'nothing' then r.rule->'advice' end) order by g.at)
    from (
      select g.*, coalesce(g."chosenAt", g."givenAt") as at from person_of(m."shopId", m.id) as p cross join lateral (
        select * from "Gift" g where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and g."momentKey" is not null
          and g.state in ('open', 'given') offset 0) as g
      order by g.state = 'open' desc, at desc limit ${MOST}) as g
    join "ProgramVersion" v on v."shopId" = m."shopId" and v.number = g."programVersion"
    cross join lateral (select jsonb_path_query_first(v.rules::jsonb, '$.moments[*] ? (@.key == $key)',
      jsonb_build_object('key', g."momentKey")) as rule) as r
    where r.rule is not null), '[]') as "momentGifts"`;

type ShownGift = Omit<MomentGift, 'gives' | 'offers' | 'title' | 'advice'> & {
  gives: unknown;
  offers: unknown;
  title: Localized;
  advice: Localized | null;
};

export type ShownChoices = { momentGifts: readonly ShownGift[] };

const given = z.union([z.object({ kind: z.literal('nothing') }), offeredGift]);

export function shownChoices({ momentGifts }: ShownChoices): ChoicesState {
  return {
    momentGifts: momentGifts.map(({ gives, offers, ...gift }) => {
      return { ...gift, gives: given.parse(gives), offers: offeredGifts.parse(offers ?? []) };
    }),
  };
}
