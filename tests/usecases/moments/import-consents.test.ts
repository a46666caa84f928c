import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { changeMember } from '#app/usecases/members/change-member.ts';
import { importConsents } from '#app/usecases/moments/import-consents.ts';
import { hearConsentNews } from '#app/usecases/moments/hear-consent-news.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { nextId, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts } from '#tests/support/moment-shop.ts';
import { delivery, merge } from '#tests/support/people.ts';
import { isRung, memberIdOf } from '#tests/support/rewards.ts';
import { addVersion, type TestShop } from '#tests/support/shops.ts';

const local = useLocalShopify();
const thanks = momentRule('newsletter', { key: 'news' });
let shop: InstalledShop;
let versions = 1;
const ofTest = () => shop as unknown as TestShop;

const publish = (change: Parameters<typeof rules>[0]) =>
  addVersion(shop.id, (versions += 1), rules(change), new Date(now().getTime() - 60_000).toISOString());

beforeAll(async () => {
  shop = await local.install();
});
beforeEach(async () => {
  local.shopify().faults(shop.domain).clear();
  await publish({ moments: [thanks] });
});

async function newCustomer(): Promise<string> {
  const [known] = shop.local.customers.values();
  return (await shop.local.addCustomer({ ...known!, tags: [] })).id;
}

/** Since long, as a rule. */
async function newMember(joinedAt = new Date('2025-06-01T12:00:00Z')) {
  const customerId = await newCustomer();
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, $3) returning id::text`,
    [shop.id, customerId, joinedAt],
  );
  return { id: rows[0]!.id, customerId };
}

async function readAndSweep(): Promise<void> {
  await importConsents(shop.id);
  await sweepMoments(shop.id);
}

const given = (id: string) => momentGifts(ofTest(), id);

describe('C143 who says yes to the newsletter', () => {
  it('is thanked once, whatever they say later', async () => {
    const { id, customerId } = await newMember();
    await readAndSweep();
    expect(await given(id)).toEqual([]);
    for (const wanted of [true, false, true]) {
      await shop.local.setNewsletter(customerId, wanted);
      await readAndSweep();
    }
    expect(await given(id)).toEqual(['news/1 given 50']);
  });

  it('is thanked for nothing that was said before the moment', async () => {
    const { id, customerId } = await newMember();
    const customer = shop.local.customers.get(customerId)!;
    await shop.local.saveCustomer({
      ...customer,
      newsletter: { state: 'SUBSCRIBED', at: '2020-01-01T00:00:00Z' },
      updatedAt: now().toISOString(),
    });
    await readAndSweep();
    expect(await given(id)).toEqual([]);
  });

  it('is thanked on joining for what was said before, once, by whoever reads it', async () => {
    const customerId = await newCustomer();
    await shop.local.setNewsletter(customerId, true);
    await readAndSweep();
    expect(await given('0')).toEqual([]);
    await pool().query(`select graphile_worker.remove_job($1)`, [`read_consents/${shop.id}`]);
    await changeMember(shop.id, { customerId }, now(), async () => undefined);
    expect(await isRung(ofTest(), 'read_consents')).toBe(true);
    await Promise.all([importConsents(shop.id), importConsents(shop.id)]);
    await Promise.all([sweepMoments(shop.id), sweepMoments(shop.id), readAndSweep()]);
    const id = await memberIdOf(ofTest(), customerId);
    expect(await given(id)).toEqual(['news/1 given 50']);
    await shop.local.setNewsletter(customerId, false);
    await readAndSweep();
    expect(await given(id)).toEqual(['news/1 given 50']);
  });

  it('is thanked on joining by an order, however long ago they said it; who didn’t isn’t', async () => {
    const [said, silent] = [await newMember(now()), await newMember(now())];
    const customer = shop.local.customers.get(said.customerId)!;
    await shop.local.saveCustomer({
      ...customer,
      newsletter: { state: 'SUBSCRIBED', at: '2020-01-01T00:00:00Z' },
      updatedAt: '2020-01-01T00:00:00Z',
    });
    await readAndSweep();
    await readAndSweep();
    expect([await given(said.id), await given(silent.id)]).toEqual([['news/1 given 50'], []]);
  });

  it('of two who are merged the survivor has had it', async () => {
    const [one, other] = [await newMember(), await newMember()];
    await shop.local.setNewsletter(one.customerId, true);
    await readAndSweep();
    await merge(ofTest(), other.customerId, one.customerId);
    await shop.local.setNewsletter(other.customerId, true);
    await readAndSweep();
    expect([await given(one.id), await given(other.id)]).toEqual([['news/1 given 50'], []]);
  });
});

describe('Shopify', () => {
  it('tells by a webhook, which is no more than a hint', async () => {
    const told = { ...delivery(ofTest(), 'customers_email_marketing_consent/update'), webhookId: nextId() };
    await hearConsentNews(told);
    expect(await isRung(ofTest(), 'read_consents')).toBe(true);
  });

  it('is asked every hour all the same, where the program thanks for it', async () => {
    await pool().query(`select graphile_worker.remove_job($1)`, [`read_consents/${shop.id}`]);
    await publish({ moments: [momentRule('joined')] });
    await ringReconciliations();
    expect(await isRung(ofTest(), 'read_consents')).toBe(false);
    await publish({ moments: [thanks] });
    await ringReconciliations();
    expect(await isRung(ofTest(), 'read_consents')).toBe(true);
  });

  it('may be down: nothing is lost', async () => {
    const { id, customerId } = await newMember();
    await shop.local.setNewsletter(customerId, true);
    local.shopify().faults(shop.domain).plan('error', 9);
    await expect(importConsents(shop.id)).rejects.toThrow(AdminUnavailable);
    local.shopify().faults(shop.domain).clear();
    await readAndSweep();
    expect(await given(id)).toEqual(['news/1 given 50']);
  });
});
