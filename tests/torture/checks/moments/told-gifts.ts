// Whoever a moment brought something is to be told of it once, by the kind of notice that is for it; and whom the lot held out of nothing.
import type { Moment, Version } from '../../replay/rules.ts';
import type { Looked } from '../members.ts';
import { versionsOf } from '../rules-of.ts';
import type { TortureCheck } from '../torture-check.ts';
import { giftsOf, PEOPLE, type StoredGift } from './gifts-of.ts';

type Row = { personId: string; kind: string; cause: string };

const NOTICES = `${PEOPLE} select distinct p.person::text as "personId", n.kind, n.cause from "Notice" n join people p on p.member = n."memberId"
  join "Shop" s on s.id = n."shopId" where s.domain = $1 and n.kind in ('gift-given', 'choose-gift', 'parcel-late', 'silent')
    and n.cause !~ '^(hand|again)/'`;
/** Of whom nothing is kept. */
const ERASED = `select m.id::text from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1 and m."erasedAt" is not null`;

export const toldGiftsCheck = {
  name: 'gifts that are told',
  async look({ database, histories }: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of histories) {
      const { domain } = history.shop;
      const versions = await versionsOf({ database }, domain);
      const gone = new Set((await database.ask<{ id: string }>(ERASED, [domain])).map(({ id }) => id));
      const gifts = await giftsOf({ database }, history);
      const wanted = new Set(
        gifts.flatMap((gift) => (gone.has(gift.personId) ? [] : noticeOf(gift, versions))),
      );
      const rows = await database.ask<Row>(NOTICES, [domain]);
      const written = new Set(rows.filter(({ cause }) => !cause.endsWith('/reminder')).map(nameOf));
      compared += wanted.size;
      for (const name of wanted) if (!written.has(name)) wrong.push(`${domain}: nobody tells ${name}`);
      for (const name of written)
        if (!wanted.has(name)) wrong.push(`${domain}: ${name} is told, and nothing came`);
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

const nameOf = ({ personId, kind, cause }: Row) => `${personId} of ${cause} by ${kind}`;

/** What staff do is told by themselves. */
function noticeOf(
  { personId, momentKey, cause, version, state }: StoredGift,
  versions: readonly Version[],
): string[] {
  const rules = versions.find(({ number }) => number === version)?.rules;
  const rule = rules?.moments?.find(({ key }) => key === momentKey);
  if (!rule || state === 'held-out' || rule.offers[0]?.kind === 'task') return [];
  return [nameOf({ personId, cause, kind: kindOf(rule) })];
}

function kindOf({ kind, offers }: Moment): string {
  if (kind === 'silent' || kind === 'parcel-late') return kind;
  return offers.length > 1 ? 'choose-gift' : 'gift-given';
}
