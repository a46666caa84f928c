// What merchants do on the app's screens, by the use cases that these call. They wait while the database is down.
import { randomUUID } from 'node:crypto';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import type { TortureDatabase } from './database.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0';

export class Merchant {
  readonly #shopify: LocalShopify;
  readonly #database: TortureDatabase;

  constructor(shopify: LocalShopify, database: TortureDatabase) {
    this.#shopify = shopify;
    this.#database = database;
  }

  /** Opens the app, which installs it where it isn't; again until a web process answers. */
  async openApp(domain: string): Promise<void> {
    const headers = { 'user-agent': USER_AGENT, accept: 'text/html' };
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const url = await embeddedAppUrl(this.#shopify, domain, 'en');
      const status = await fetch(url, { headers }).then(
        async (response) => (await response.arrayBuffer(), response.status),
        () => 0,
      );
      if (status >= 200 && status < 300) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the app did not open for ${domain}`);
  }

  publish(domain: string, change: (rules: ProgramRules) => ProgramRules): Promise<number> {
    return this.#database.whileUp(() => publishDraft(domain, change));
  }

  /** @returns whether the customer is a member by now, and has got it */
  adjust(domain: string, customerId: string, unit: string, amount: number): Promise<boolean> {
    return this.#database.whileUp(async () => {
      const [member] = await this.#database.ask<{ id: string; shopId: number }>(
        `select m.id::text, s.id as "shopId" from "Member" m join "Shop" s on s.id = m."shopId"
         where s.domain = $1 and m."customerId" = $2`,
        [domain, customerId],
      );
      if (!member) return false;
      const wanted = {
        unit,
        amount,
        reason: 'torture',
        requestKey: randomUUID(),
        madeBy: '1',
        belowZero: true,
      };
      return (await adjustMember(member.shopId, member.id, wanted)).ok;
    });
  }
}
