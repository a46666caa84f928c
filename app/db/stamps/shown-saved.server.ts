// What the free units of a member `m` of a shop `s` saved, as the sync reads it: the newest few entries of each card say enough.
import { freeOfStamps } from '#app/core/orders/free-of-stamps.ts';
import type { SavedState, UsedFree } from '#app/core/storefront/project-saved.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** Entries read of a card: what the last order saved stands in the newest, or a few before, where units came back since. */
const LATEST = 8;

/** Of members merged into this one, too. Looked up by a card, so that a member without any costs one look. */
const USED_FREE = `coalesce((
    select json_agg(json_build_object('orderId', e."orderId"::text, 'unit', e.unit, 'savedMinor', e.explanation->'savedMinor',
      'stamps', e.explanation->'stamps',
      'day', to_char(e."occurredAt" at time zone s."timeZone", 'YYYY-MM-DD')) order by e.id desc)
    from person_of(m."shopId", m.id) as p
    cross join lateral (
      select "cardKey" from "MemberCard" c where ${ofShop('c', 'm."shopId"')} and c."memberId" = p.id offset 0
    ) as c
    cross join lateral (
      select id, "orderId", unit, explanation, "occurredAt" from "LedgerEntry" l
      where ${ofShop('l', 'm."shopId"')} and l."memberId" = p.id and l.unit = 'stamps/' || c."cardKey"
        and l.kind = 'free-unit' and l."orderId" is not null
      order by l.seq desc limit ${LATEST}
    ) as e
  ), '[]')`;

export const SHOWN_SAVED = `${USED_FREE} as "usedFree"`;

type Stored = Pick<UsedFree, 'orderId' | 'unit' | 'day'> & { savedMinor: unknown; stamps: unknown };
export type ShownSaved = { usedFree: readonly Stored[] };

export function shownSaved({ usedFree }: ShownSaved): SavedState {
  return {
    usedFree: usedFree.map(({ savedMinor, stamps, ...used }) => {
      return { ...used, savedMinor: amountOf(savedMinor), free: freeOfStamps(stamps) };
    }),
  };
}

/** An amount that isn't one is as good as none: it never keeps the rest of a member from being shown. */
function amountOf(savedMinor: unknown): number | null {
  return Number.isSafeInteger(savedMinor) ? Number(savedMinor) : null;
}
