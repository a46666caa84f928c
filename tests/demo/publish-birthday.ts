// Publishes the birthday offer as the merchant will from a screen: by the same use cases.
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { MERCHANT } from './merchant.ts';

/** 50 points on the day itself, or within a week of it. */
const OFFER: Moment = {
  kind: 'birthday',
  offer: { kind: 'points', points: 50 },
  daysBefore: 0,
  daysAfter: 7,
  waitDays: 0,
  who: 'all',
  asksYear: false,
};

/** Does nothing when one was published before, though it may have ended. @throws Error when the app refuses it. */
export async function publishBirthday(domain: string, change: Partial<Moment> = {}): Promise<void> {
  const shop = await findShop(pool(), domain);
  const program = shop && (await shopProgram(pool(), shop.id));
  if (!shop || !program) throw new Error(`The app doesn't know ${domain}: its first open failed.`);
  if (program.versions.some(({ rules }) => rules.occasions.length > 0)) return;
  const { draft, draftRevision } = await readDraft(shop.id);
  const rules = { ...draft, occasions: [{ ...OFFER, ...change }] };
  const saved = await saveDraft(shop.id, { rules, draftRevision });
  const done = saved.ok
    ? await publishProgram(shop.id, { draftRevision: saved.draftRevision, publishedBy: MERCHANT })
    : saved;
  if (!done.ok) throw new Error(`The birthday offer can't be published: ${JSON.stringify(done)}`);
}
