// What merchants do on the app's screens, by the use cases that these call. They wait while the database is down.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryResultRow } from 'pg';
import { MEMBER_NUMBERS } from '#app/core/notices/member-numbers.ts';
import { MEMBER_TAGS } from '#app/core/notices/member-tags.ts';
import { NOTICE_KINDS } from '#app/core/notices/notice-kinds.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pauseProgram } from '#app/usecases/editing/pause-program.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { saveSwitches } from '#app/usecases/notices/save-switches.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { TortureDatabase } from './database.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0';
/** Longer than anything that a fault takes. */
const OPENS_WITHIN_MS = 120_000;

type Database = Pick<TortureDatabase, 'ask' | 'moveClock' | 'whileUp'>;

export class Merchant {
  readonly startedAt: Date;
  readonly #shopify: LocalShopify;
  readonly #database: Database;

  constructor(shopify: LocalShopify, database: Database) {
    this.startedAt = shopify.clock();
    this.#shopify = shopify;
    this.#database = database;
  }

  /** Opens the app, which installs it where it isn't; again until a web process answers. */
  async openApp(domain: string): Promise<void> {
    const headers = { 'user-agent': USER_AGENT, accept: 'text/html' };
    const untilMs = performance.now() + OPENS_WITHIN_MS;
    let last = '';
    while (performance.now() < untilMs) {
      const url = await embeddedAppUrl(this.#shopify, domain, 'en');
      const answer = await fetch(url, { headers }).then(
        async (response) => ({ ok: response.ok, said: `${response.status} ${await response.text()}` }),
        (error: unknown) => ({ ok: false, said: String(error) }),
      );
      if (answer.ok) return;
      last = answer.said.slice(0, 2_000);
      await sleep(200);
    }
    throw new Error(`the app did not open for ${domain}: ${last}`);
  }

  /** Every notice goes to Shopify Flow, and every number and tag to Shopify. */
  async tellEverybody(domain: string): Promise<void> {
    const [shop] = await this.look<{ id: number }>('select id from "Shop" where domain = $1', [domain]);
    const all = { flow: NOTICE_KINDS, numbers: MEMBER_NUMBERS, tags: MEMBER_TAGS };
    if (shop) await this.#database.whileUp(() => saveSwitches(shop.id, all));
  }

  publish(domain: string, change: (rules: ProgramRules) => ProgramRules): Promise<number> {
    return this.#database.whileUp(() => publishDraft(domain, change));
  }

  /** @returns the version that says so; null where there is no such shop */
  pause(domain: string, paused: boolean): Promise<number | null> {
    return this.#database.whileUp(async () => {
      const [shop] = await this.#database.ask<{ id: number }>('select id from "Shop" where domain = $1', [
        domain,
      ]);
      const done = shop && (await pauseProgram(shop.id, paused, '1'));
      return done?.ok ? done.version : null;
    });
  }

  /** @returns whether the customer is a member by now, and has got it */
  adjust(domain: string, customerId: string, unit: string, amount: number): Promise<boolean> {
    return this.#database.whileUp(async () => {
      const member = await this.#member(domain, customerId);
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

  /** @returns whether the customer is a member by now, and was left out or taken in */
  leaveOut(domain: string, customerId: string, isOut: boolean, at: Date): Promise<boolean> {
    return this.#database.whileUp(async () => {
      const member = await this.#member(domain, customerId);
      return member !== null && (await blockMember(member.shopId, member.id, isOut, at)).ok;
    });
  }

  /** @returns whether the customer is a member by now, and gets it */
  giveReward(domain: string, customerId: string, rewardKey: string, requestKey: string): Promise<boolean> {
    return this.#database.whileUp(async () => {
      const member = await this.#member(domain, customerId);
      if (!member) return false;
      const wanted = { rewardKey, requestKey, reason: 'torture', note: '', madeBy: '1' };
      return (await giveByHand(member.shopId, member.id, wanted)).ok;
    });
  }

  /** @param cause what it was taken or given for. @returns whether it was held, or on its way back */
  takeRewardBack(domain: string, customerId: string, cause: string): Promise<boolean> {
    return this.#database.whileUp(async () => {
      const member = await this.#member(domain, customerId);
      const [voucher] = await this.#database.ask<{ id: string }>(
        `select v.id::text from "Voucher" v join "Shop" s on s.id = v."shopId" where s.domain = $1 and v.cause = $2`,
        [domain, cause],
      );
      if (!member || !voucher) return false;
      const wanted = { voucherId: voucher.id, reason: 'torture', userId: '1' };
      return (await takeBack(member.shopId, member.id, wanted)).ok;
    });
  }

  /** In a second in which nothing else happens in the shop: see `toldWithinTheSecond` of deliveries.ts. */
  async uninstall(domain: string): Promise<void> {
    await sleep(1_000 - (this.#shopify.clock().getTime() % 1_000));
    await this.#shopify.uninstall(domain);
  }

  /** Until the app knows that it is uninstalled. */
  async untilLeft(domain: string): Promise<void> {
    const here = `select 1 from "Shop" where domain = $1 and "uninstalledAt" is null`;
    while ((await this.#database.whileUp(() => this.#database.ask(here, [domain]))).length > 0)
      await sleep(100);
  }

  requestErasure(domain: string, customerId: string): void {
    this.#shopify.requestPrivacy(domain, 'customers/redact', customerId);
  }

  async moveClock(instant: Date): Promise<void> {
    await this.#shopify.moveClock(instant);
    await this.#database.whileUp(() => this.#database.moveClock(this.#shopify.clock()));
  }

  /** The member, where the app has applied each of these orders as Shopify has it now; else null. */
  memberWhoseOrdersAreKnown(
    domain: string,
    customerId: string,
    orders: readonly Order[],
  ): Promise<string | null> {
    return this.#database.whileUp(async () => {
      const member = await this.#member(domain, customerId);
      if (!member) return null;
      const rows = await this.#database.ask<{ orderId: string; at: Date }>(
        `select "orderId"::text, "snapshotUpdatedAt" as at from "Order" where "shopId" = $1 and "orderId" = any($2::bigint[])
         and "appliedRevision" = revision and not "needsRead" and "memberId" = $3`,
        [member.shopId, orders.map(({ id }) => id), member.id],
      );
      const applied = new Map(rows.map(({ orderId, at }) => [orderId, at.getTime()]));
      return orders.every(({ id, updatedAt }) => applied.get(id) === Date.parse(updatedAt))
        ? member.id
        : null;
    });
  }

  /** Until everything was delivered, and the app has carried out each merge and erasure that Shopify told of the shop. */
  async untilAllIsTold({ shop }: ShopHistory): Promise<void> {
    await this.#shopify.webhooks.flush();
    for (;;) {
      const open = await this.#database.whileUp(() =>
        this.#database.ask(
          `select 1 from "PeopleRequest" r join "Shop" s on s.id = r."shopId"
           where s.domain = $1 and r."doneAt" is null and r.kind in ('merge', 'redact')`,
          [shop.domain],
        ),
      );
      if (open.length === 0) return;
      await sleep(100);
    }
  }

  whileUp<T>(work: () => Promise<T>): Promise<T> {
    return this.#database.whileUp(work);
  }

  /** What stands on a screen, once the database is up. */
  look<R extends QueryResultRow>(sql: string, values: unknown[]): Promise<R[]> {
    return this.#database.whileUp(() => this.#database.ask<R>(sql, values));
  }

  /** @returns what came of it; null where none of these customers is a member by now */
  withMembers<T>(
    domain: string,
    customerIds: readonly string[],
    work: (shopId: number, memberIds: readonly string[]) => Promise<T>,
  ): Promise<T | null> {
    return this.#database.whileUp(async () => {
      const members = await Promise.all(customerIds.map((id) => this.#member(domain, id)));
      const known = members.flatMap((member) => member ?? []);
      const [first] = known;
      return first
        ? work(
            first.shopId,
            known.map(({ id }) => id),
          )
        : null;
    });
  }

  async #member(domain: string, customerId: string): Promise<{ id: string; shopId: number } | null> {
    const [member] = await this.#database.ask<{ id: string; shopId: number }>(
      `select m.id::text, s.id as "shopId" from "Member" m join "Shop" s on s.id = m."shopId"
       where s.domain = $1 and m."customerId" = $2`,
      [domain, customerId],
    );
    return member ?? null;
  }
}
