// What a member's copy says of their orders, for the bar "2 of 3 orders": never a number that isn't so.
import { describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { saveOrderCounts } from '#app/db/history/order-counts.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { afterPublish } from '#app/usecases/editing/after-publish.ts';
import { CAUSE, THIRD } from '#tests/support/choices.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, giveBack, momentShop, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const POINTS = momentRule('nth-order', { key: 'third' });

async function shown(shop: OccasionShop) {
  const [member] = await unsyncedMembers(pool(), shop.id, 1, { at: now(), today: '2027-02-03' });
  return member ? projectMember(member.state(), []).orders : 'told';
}

const told = (shop: OccasionShop) =>
  pool().query('update "Member" set "syncedRev" = rev where "shopId" = $1', [shop.id]);

describe('S-07 the number of orders in a member’s copy', () => {
  it('is there once Shopify was asked, with what was before', async () => {
    const shop = await momentShop([POINTS]);
    const { id, customerId } = await memberWith(shop);
    await bought(shop, id, ['2027-02-01']);
    expect(await shown(shop)).toBeUndefined();
    await told(shop);
    await saveOrderCounts(pool(), shop.id, [{ customerId, count: 1 }], now());
    expect(await shown(shop)).toEqual({ count: 2 });
  });

  it('changes with every order that is kept or given back, whether it earns or not', async () => {
    const shop = await momentShop([POINTS]);
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    const orders = await bought(shop, id, ['2027-02-01', '2027-02-02']);
    expect(await shown(shop)).toEqual({ count: 2 });
    await told(shop);
    await giveBack(shop, orders.slice(1));
    expect(await shown(shop)).toEqual({ count: 1 });
  });

  it('C123 what a third order brought before is not promised again once an order is given back', async () => {
    const shop = await momentShop([POINTS]);
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    const orders = await bought(shop, id, ['2027-02-01', '2027-02-02', '2027-02-03']);
    await sweepOn(shop, '2027-02-03');
    await giveBack(shop, orders.slice(2));
    expect(await shown(shop)).toEqual({ count: 2, had: [CAUSE] });
  });

  it('is no matter where the program has nothing for it, and nobody is told anew', async () => {
    const shop = await momentShop([momentRule('joined')]);
    const { id } = await memberWith(shop);
    await counted(shop, id, 0);
    await told(shop);
    await bought(shop, id, ['2027-02-01']);
    expect(await shown(shop)).toBe('told');
  });

  it('comes with the publish that brings the first such moment, and with no later one', async () => {
    const shop = await momentShop([POINTS]);
    const { id } = await memberWith(shop);
    await counted(shop, id, 2);
    await told(shop);
    const publish = (before: (typeof THIRD)[], after: (typeof THIRD)[]) =>
      withTransaction((client) =>
        afterPublish(client, {
          ...{ shopId: shop.id, timeZone: shop.timeZone, publishedAt: now() },
          ...{ before: rules({ moments: before }), after: rules({ moments: after }) },
        }),
      );
    await publish([POINTS], [POINTS, THIRD]);
    expect(await shown(shop)).toBe('told');
    await publish([], [POINTS]);
    expect(await shown(shop)).toEqual({ count: 2 });
  });
});
