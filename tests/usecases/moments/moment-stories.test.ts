// Random stories of members of a shop with moments of the list: what the sweep finds by its indexes and gives under its locks is what
// looking at everybody would give, and no cause gives twice, whatever comes between.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueMoments, type CauseMember } from '#app/core/moments/due-moments.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { runningRules } from '#app/core/moments/running-rules.ts';
import { addDays } from '#app/core/values/days.ts';
import { causeFactsOf } from '#app/db/moments/cause-facts.server.ts';
import { sweepMark } from '#app/db/moments/sweep-mark.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { rules } from '#tests/support/factories.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, giveBack, momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge, redact } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const START = '2027-01-20';
const MOMENTS: MomentRule[] = [
  momentRule('joined', { key: 'hello' }),
  momentRule('nth-order', { key: 'third' }),
  momentRule('nth-order', { key: 'seconds', when: { n: 2, every: true } }),
  momentRule('birthday', { key: 'eve', when: { daysBefore: 2, daysAfter: 5, waitDays: 0 } }),
  momentRule('anniversary', { key: 'year', when: { daysBefore: 0, daysAfter: 3 } }),
  momentRule('parcel-arrived', { key: 'use', offers: [], when: { days: 2 } }),
  momentRule('parcel-late', { key: 'late' }),
  momentRule('silent', { key: 'quiet', when: { factor: 2, leastDays: 45, fallbackDays: 60 } }),
];

const who = fc.integer({ min: 0, max: 3 });
const plain = fc.oneof(
  fc.record({ order: who, promised: fc.boolean() }),
  fc.record({ order: who, promised: fc.boolean() }),
  fc.record({ giveBack: who }),
  fc.record({ deliver: who }),
  fc.record({ days: fc.constantFrom(1, 1, 2, 3, 8, 20, 45) }),
  fc.record({ killedAfter: fc.integer({ min: 1, max: 12 }) }),
);
const wild = fc.oneof(
  plain,
  fc.record({ merge: who, into: who }),
  fc.record({ redact: who }),
  fc.record({ block: who, blocked: fc.boolean() }),
  fc.record({ publish: fc.subarray(MOMENTS), paused: fc.boolean() }),
);
type Event = Partial<{
  order: number;
  promised: boolean;
  giveBack: number;
  deliver: number;
  days: number;
  killedAfter: number;
  merge: number;
  into: number;
  redact: number;
  block: number;
  blocked: boolean;
  publish: MomentRule[];
  paused: boolean;
}>;

type Story = {
  shop: OccasionShop;
  members: { id: string; customerId: string }[];
  orders: { member: number; id: string }[];
  day: string;
  version: number;
};

async function begin(): Promise<Story> {
  const shop = await momentShop(MOMENTS, { publishedAt: `${START}T01:00:00Z` });
  const dates = [
    { month: 1, day: 25, joined: '2026-02-01' },
    { month: 2, day: 28, joined: '2027-01-22' },
    { month: 12, day: 31, joined: '2027-01-20' },
    { joined: '2026-03-02' },
  ];
  const members = [];
  for (const told of dates) members.push(await memberWith(shop, told));
  for (const { id } of members) await counted(shop, id, 0);
  return { shop, members, orders: [], day: START, version: 2 };
}

async function happen(story: Story, event: Event): Promise<void> {
  const { shop, members, orders, day } = story;
  const of = (place?: number) => (place === undefined ? undefined : members[place]);
  const buyer = of(event.order);
  if (buyer && event.order !== undefined) {
    const promise = event.promised ? { promisedOn: addDays(day, 3) } : {};
    const [id] = await bought(shop, buyer.id, [day], promise);
    orders.push({ member: event.order, id: id! });
  }
  const back = orders.findLast(({ member }) => member === event.giveBack);
  if (back) {
    await giveBack(shop, [back.id]);
    orders.splice(orders.indexOf(back), 1);
  }
  const parcel = orders.findLast(({ member }) => member === event.deliver);
  if (parcel) {
    await pool().query(
      `update "KeptOrder" set "deliveredOn" = coalesce("deliveredOn", $3) where "shopId" = $1 and "orderId" = $2`,
      [shop.id, parcel.id, day],
    );
  }
  const [loser, survivor] = [of(event.merge), of(event.into)];
  if (loser && survivor && loser !== survivor) await merge(shop, survivor.customerId, loser.customerId);
  const erased = of(event.redact);
  if (erased) await redact(shop, erased.customerId);
  const left = of(event.block);
  if (left) await blockMember(shop.id, left.id, event.blocked === true);
  if (event.publish) {
    story.version += 1;
    const next = rules({ moments: event.publish, ...(event.paused && { paused: true as const }) });
    await addVersion(shop.id, story.version, next, `${day}T02:00:00Z`);
    await pool().query(
      `update "Shop" set "sweptThrough" = least("sweptThrough", $2::date - 1) where id = $1`,
      [shop.id, day],
    );
  }
  if (event.killedAfter) await cutOffAfter(event.killedAfter, () => sweepMoments(shop.id, noon(day)));
  if (event.days) story.day = addDays(day, event.days);
}

const sweepTwice = ({ shop, day }: Story) => Promise.all([1, 2].map(() => sweepMoments(shop.id, noon(day))));

/** What looking at everybody gives, beside what it gave before. */
async function lookAtAll(
  { shop, members, day }: Story,
  given: Map<string, Map<string, string>>,
): Promise<void> {
  const program = (await shopProgram(pool(), shop.id))!;
  const mark = (await sweepMark(pool(), shop.id))!;
  // Whoever is swept on a day was looked at; later on that day nothing is seen before the next.
  if (mark.sweptThrough !== null && mark.sweptThrough >= day) return;
  const running = runningRules(program.versions, program.publishedVersion, shop.timeZone);
  const ids = members.map(({ id }) => id);
  const facts = await causeFactsOf(pool(), shop.id, ids, { ordersFrom: '2026-01-01', at: noon(day) });
  for (const [id, known] of facts) {
    const before = given.get(id) ?? new Map<string, string>();
    const member: CauseMember = { ...known, givenOf: givenOf(before) };
    for (const { cause } of dueMoments(member, running, { ...mark, today: day })) before.set(cause, day);
    given.set(id, before);
  }
}

function givenOf(before: ReadonlyMap<string, string>): CauseMember['givenOf'] {
  const of: Record<string, { name: string; on: string }[]> = {};
  for (const [cause, on] of before) {
    const [key = '', name = ''] = cause.split('/');
    of[key] = [...(of[key] ?? []), { name, on }];
  }
  return of;
}

async function causesOf(shop: OccasionShop): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select "memberId" || ' ' || cause as text from "Gift" where "shopId" = $1 order by 1`,
    [shop.id],
  );
  return rows.map(({ text }) => text);
}

it(
  'C57 C59 the sweep gives what looking at everybody gives, through outages, crashes and what is given back',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 4, maxLength: 25 }), async (events) => {
        const story = await begin();
        const expected = new Map<string, Map<string, string>>();
        for (const event of events as Event[]) {
          if (event.killedAfter) await lookAtAll(story, expected);
          await happen(story, event);
          // Whatever a killed sweep left, the next one does.
          if (event.killedAfter) await sweepTwice(story);
          if (!event.days) continue;
          await lookAtAll(story, expected);
          await sweepTwice(story);
        }
        const told = [...expected].flatMap(([id, causes]) =>
          [...causes.keys()].map((cause) => `${id} ${cause}`),
        );
        expect(await causesOf(story.shop)).toEqual(told.sort());
      }),
      { numRuns: 40 },
    );
    expect(await checkLedger(pool())).toBeUndefined();
  },
);

it(
  'C61 C141 no cause gives twice, whatever is merged, erased, left out, published and paused between',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { minLength: 4, maxLength: 25 }), async (events) => {
        const story = await begin();
        for (const event of events as Event[]) {
          await happen(story, event);
          const before = await causesOf(story.shop);
          await sweepTwice(story);
          const fresh = (await causesOf(story.shop)).filter((cause) => !before.includes(cause));
          expect(await alreadyGiven(story.shop, fresh)).toEqual([]);
        }
        const { rows } = await pool().query(
          `select "memberId", "sourceKey" from "LedgerEntry" where "shopId" = $1 and kind = 'gift'
         group by 1, 2 having count(*) > 1`,
          [story.shop.id],
        );
        expect(rows).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(await checkLedger(pool())).toBeUndefined();
  },
);

/** Those of these gifts, just given, whose person had another one by the same cause. */
async function alreadyGiven(shop: OccasionShop, fresh: readonly string[]): Promise<string[]> {
  const twice: string[] = [];
  for (const each of fresh) {
    const [id, cause] = each.split(' ');
    const { rows } = await pool().query<{ count: number }>(
      `select count(*)::int as count from person_of($1, $2) as p join "Gift" g on g."memberId" = p.id and g.cause = $3`,
      [shop.id, id, cause],
    );
    if ((rows[0]?.count ?? 0) > 1) twice.push(each);
  }
  return twice;
}
