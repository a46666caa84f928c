// A shop with the whole product running whose merchant has Shopify Flow, and customers whose days go by.
import process from 'node:process';
import { expect } from 'vitest';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { addDays, dayIn, startOfDay } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { axeProblems } from '#tests/support/axe.ts';
import {
  revisitAdmin,
  sidewaysScroll,
  WORDS,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import type { TestApp } from '#tests/support/use-running-app.ts';

const NOON_MS = 12 * 3_600_000;

export class NoticeShop {
  readonly app: TestApp;
  /** Messages that an earlier journey left in Flow's inbox. */
  #before = 0;

  constructor(app: TestApp) {
    this.app = app;
  }

  get today(): string {
    return dayIn(this.app.shop.setup.timeZone, this.app.shopify.clock());
  }

  begin(): void {
    this.#before = this.app.shop.flow.messages.length;
  }

  /** Noon of the shop's day: offers are told by day. What is due on the way happens. */
  async noonOn(day: string): Promise<void> {
    const start = startOfDay(this.app.shop.setup.timeZone, day);
    await this.app.shopify.moveClock(new Date(start.getTime() + NOON_MS));
    await this.app.jobsDone();
  }

  noonIn(days: number): Promise<void> {
    return this.noonOn(addDays(this.today, days));
  }

  async customer(firstName: string, tags: string[] = []): Promise<string> {
    const [like] = this.app.shop.customers.values();
    if (!like) throw new Error('a shop without customers');
    const email = `${firstName}-${this.app.shop.customers.size}@example.com`.toLowerCase();
    return (await this.app.shop.addCustomer({ ...like, firstName, email, tags })).id;
  }

  async order(customerId: string, quantity = 1): Promise<Order> {
    const variant = this.app.shop.products.find(({ handle }) => handle === 'morning-house')?.variants[0];
    if (!variant) throw new Error('the catalogue has no such coffee');
    const lines = [{ variantId: variant.id, quantity }];
    const order = await this.app.shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
    await this.app.jobsDone();
    return order;
  }

  async memberPath(customerId: string): Promise<string> {
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Member" where "customerId" = $1',
      [customerId],
    );
    return `/app/members/${rows[0]?.id ?? ''}`;
  }

  /** What Flow's inbox has had since the journey began, oldest first: `silent 9001`. */
  heard(): string[] {
    return this.#messages().map(
      ({ handle, payload }) => `${handle.replace('notice-', '')} ${String(payload['customer_id'])}`,
    );
  }

  /** The fields of the newest of that kind. */
  fieldsOf(kind: NoticeKind): Record<string, unknown> {
    return this.#messages().findLast(({ handle }) => handle === `notice-${kind}`)?.payload ?? {};
  }

  #messages() {
    return this.app.shop.flow.messages.slice(this.#before);
  }

  /** Inside Shopify's frame: which kinds start a workflow. */
  async switchOn(visit: AdminVisit, locale: Locale, kinds: readonly NoticeKind[], on = true): Promise<void> {
    const { notices, shell } = WORDS[locale];
    await revisitAdmin(this.app, visit, { path: '/app/settings/notices', locale });
    for (const kind of kinds) await visit.app.getByLabel(notices.kinds[kind], { exact: true }).setChecked(on);
    await visit.page.getByRole('button', { name: shell.save, exact: true }).click();
    await visit.page.getByText(shell.saved).waitFor();
    await this.expectSound(visit, `notices-${on ? 'on' : 'off'}-${locale}`);
  }

  /** @param planned what an outage that was planned writes into the app's logs */
  async expectSound(visit: AdminVisit, name: string, planned: RegExp | null = null): Promise<void> {
    // A new moment's page is another one once it is saved.
    await visit.app.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    expect(await axeProblems(visit.frame())).toEqual([]);
    expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
    expect(visit.problems).toEqual([]);
    expect((await this.app.problems()).filter((line) => !planned?.test(line))).toEqual([]);
    const folder = process.env['SHOTS'];
    if (folder) await visit.page.screenshot({ path: `${folder}/${name}.png` });
  }
}
