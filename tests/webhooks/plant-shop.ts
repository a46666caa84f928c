import { firstProgram } from '#app/core/program/first-program.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { createShop } from '#app/db/shop/shops.server.ts';
import { withPoints } from '#tests/support/earn-from-the-start.ts';

/** A shop as its first visit left it, but with points on, without Shopify being asked. Returns its id. */
export async function plantShop(
  domain: string,
  installedAt = new Date('2026-11-01T08:00:00Z'),
): Promise<number> {
  const { rules, draft } = firstProgram('EUR');
  const id = await withTransaction((client) =>
    createShop(client, {
      domain,
      currency: 'EUR',
      timeZone: 'Europe/Paris',
      earnsFrom: installedAt,
      installedAt,
      rules: withPoints(rules),
      draft: withPoints(draft),
    }),
  );
  if (id === null) throw new Error(`${domain} is there already`);
  return id;
}
