// The merchant's own page says that all is well, and the nightly check finds no number that differs from its entries.
import { worstOf } from '#app/core/shop/health.ts';
import { readHome } from '#app/usecases/figures/read-home.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import type { TortureCheck } from './torture-check.ts';

export const healthCheck: TortureCheck = {
  name: 'shops that are well',
  async look({ database }) {
    const shops = await database.ask<{ id: number; domain: string; timeZone: string; currency: string }>(
      'select id, domain, "timeZone", currency from "Shop" where "uninstalledAt" is null order by id',
    );
    const wrong: string[] = [];
    for (const shop of shops) {
      const { health } = await readHome(shop, 30);
      if (worstOf(Object.values(health.states)) !== 'good')
        wrong.push(`${shop.domain}: ${JSON.stringify(health)}`);
    }
    return { compared: shops.length, wrong };
  },
};

export const ledgerCheck: TortureCheck = {
  name: 'nightly check',
  async look() {
    const differing = await checkLedger();
    return { compared: 1, wrong: differing === 0 ? [] : [`${differing} numbers differ from their entries`] };
  },
};
