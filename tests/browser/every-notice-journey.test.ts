// Every kind of notice, provoked in one shop while Shopify fails now and then and the job runs several times at once: each is in Flow's
// inbox once, with its fields.
import { beforeAll, expect, test } from 'vitest';
import { NOTICE_KINDS, noticeKind, type NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { addDays } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { saveSwitches } from '#app/usecases/notices/save-switches.ts';
import { revisitAdmin, visitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { reward } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { runDueJobs } from '#tests/demo/run-due-jobs.ts';
import { NoticeShop } from './notice-journey.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
let shopId = 0;
const QUIET = 'quiet';
const REWARD_DAYS = 6;
/** Jobs that met it say so, and come again. */
const OUTAGE = /Failed task .* answered 500/;
const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' }, cost: 4_000 });
const MOMENTS = [
  momentRule('by-hand', { key: 'present', offers: [{ kind: 'reward', key: 'five' }], openDays: REWARD_DAYS }),
  momentRule('by-hand', {
    key: 'choice',
    offers: [
      { kind: 'points', points: 50 },
      { kind: 'reward', key: 'five' },
    ],
    openDays: 100,
  }),
  momentRule('parcel-late', { key: 'late', when: { days: 2 } }),
  // All others would fall silent with them.
  momentRule('silent', {
    key: 'missed',
    who: { conditions: [{ kind: 'tags-in', tags: [QUIET] }] },
    when: { factor: 2, leastDays: 45, fallbackDays: 45 },
  }),
];

beforeAll(async () => {
  const { rows } = await pool().query<{ id: number }>('select id from "Shop" where domain = $1', [
    app.shop.domain,
  ]);
  shopId = rows[0]!.id;
  await saveSwitches(shopId, { flow: NOTICE_KINDS, numbers: [], tags: [] });
  await publishDraft(app.shop.domain, (rules) => ({ ...rules, rewards: [FIVE], moments: MOMENTS }));
  await app.jobsDone();
});

async function giveByHand(shop: NoticeShop, momentKey: string, customerId: string): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "customerId" = $1',
    [customerId],
  );
  const press = { reason: 'Thanks', madeBy: '1', requestKey: crypto.randomUUID(), again: true };
  const wanted = { ...press, memberIds: [rows[0]!.id] };
  expect(await beginList(shopId, { ...wanted, momentKey }, app.shopify.clock())).toEqual({ ok: true });
}

/** As after a restart, by several workers at once: under keys of their own, none takes another's place. */
async function tellSeveralTimes(): Promise<void> {
  await pool().query(
    `select graphile_worker.add_job('tell_notices', json_build_object('shopId', $1::int), job_key => 'again-' || nr)
     from generate_series(1, 6) as nr`,
    [shopId],
  );
  await runDueJobs(app.databaseUrl);
}

async function untilHeard(shop: NoticeShop, wanted: readonly string[]): Promise<void> {
  const heard = async () => {
    await tellSeveralTimes();
    return shop.heard().sort();
  };
  await expect.poll(heard, { timeout: 20_000 }).toEqual([...wanted].sort());
}

/** Beside the customer and, of some, the order. */
function expectFields(shop: NoticeShop, kind: NoticeKind, customerId: string): void {
  const { fields, ofOrder } = noticeKind(kind);
  const sent = shop.fieldsOf(kind);
  const allowed = ['customer_id', ...(ofOrder ? ['order_id'] : []), ...fields];
  expect(Object.keys(sent).filter((name) => !allowed.includes(name))).toEqual([]);
  expect(sent).toMatchObject({ customer_id: Number(customerId), Link: `https://${app.shop.domain}/account` });
  if (ofOrder) expect(sent['order_id']).toBeGreaterThan(0);
}

test.each([
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const)(
  'S-14 C150 each notice is in Flow’s inbox exactly once ($locale)',
  { timeout: 60_000 },
  async ({ locale, width }) => {
    const { notices } = WORDS[locale];
    const shop = new NoticeShop(app);
    shop.begin();
    await shop.noonIn(1);
    const [present, choice, full, refunded, late] = [
      await shop.customer('Present'),
      await shop.customer('Choice'),
      await shop.customer('Full'),
      await shop.customer('Refunded'),
      await shop.customer('Late'),
    ];
    const silent = await shop.customer('Silent', [QUIET]);
    for (const one of [present, choice, silent]) await shop.order(one);
    const parcel = await shop.order(late);
    const day = shop.today;
    await app.shop.fulfillOrder(parcel.id);
    await app.shop.tellDelivery(parcel.id, { estimatedDeliveryAt: `${addDays(day, 2)}T12:00:00Z` });

    // An outage from here on: whatever is asked in it is asked again.
    app.shopify.faults(app.shop.domain).plan('error', 4);
    await shop.order(full, 5);
    const back = await shop.order(refunded);
    await app.shop.refundOrder(back.id, { lines: [{ lineId: back.lines[0]!.id, quantity: 1 }] });
    await giveByHand(shop, 'present', present);
    await giveByHand(shop, 'choice', choice);
    const heard = [
      `gift-given ${present}`,
      `choose-gift ${choice}`,
      `card-full ${full}`,
      `points-taken ${refunded}`,
    ];
    await untilHeard(shop, heard);

    await shop.noonOn(addDays(day, REWARD_DAYS - 5));
    heard.push(`reward-lapsing ${present}`);
    await untilHeard(shop, heard);
    await shop.noonOn(addDays(day, 4));
    await shop.noonOn(addDays(day, 5));
    heard.push(`parcel-late ${late}`);
    await untilHeard(shop, heard);

    const visit = await visitAdmin(app, browser, { path: '/app/settings/notices', locale, width });
    await visit.app.getByText(notices.byFlow('1', 'one')).nth(5).waitFor();
    await shop.expectSound(visit, `every-notice-${locale}`, OUTAGE);

    await shop.noonOn(addDays(day, 45));
    await shop.noonOn(addDays(day, 46));
    heard.push(`silent ${silent}`);
    await untilHeard(shop, heard);
    const customers = [present, choice, present, full, refunded, late, silent];
    for (const [place, kind] of NOTICE_KINDS.entries()) expectFields(shop, kind, customers[place]!);
    expect(shop.fieldsOf('choose-gift')).toMatchObject({ Title: 'A moment', Titre: 'Un moment' });
    expect(shop.fieldsOf('reward-lapsing')).toMatchObject({ 'Days left': 5 });

    await tellSeveralTimes();
    expect(shop.heard().sort()).toEqual(heard.sort());
    const { page, close } = await browser.page();
    await page.goto(`${app.urls.admin}/flow`);
    const rows = page.locator('tbody tr').filter({ hasText: silent });
    expect(await rows.count()).toBe(1);
    await close();
    await revisitAdmin(app, visit, { path: await shop.memberPath(present), locale });
    for (const kind of ['gift-given', 'reward-lapsing'] as const) {
      await visit.app.getByText(notices.kinds[kind]).first().waitFor();
    }
    await shop.expectSound(visit, `every-notice-member-${locale}`, OUTAGE);
    // Back again: the next journey hears nothing of them.
    await shop.order(silent);
    await visit.close();
  },
);
