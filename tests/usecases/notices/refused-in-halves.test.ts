// Shopify takes some notices of a batch and not others, in every way in which it can say so or fail to.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { NOTICE_KINDS } from '#app/core/notices/notice-kinds.ts';
import { setKindsByFlow, shopsWithDueNotices } from '#app/db/notices/notices.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { tellNotices } from '#app/usecases/notices/tell-notices.ts';
import { writeNotices } from '#app/usecases/notices/write-notices.ts';
import type { Script, Scripted } from '#tests/local-shopify/shop/faults.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const local = useLocalShopify(20);
let nextShop = 0;
let shop: InstalledShop;

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  await setKindsByFlow(pool(), shop.id, NOTICE_KINDS);
});

/** Each to a customer's own member, named by its title and its cause. */
async function write(names: readonly string[], kind: NoticeKind = 'gift-given'): Promise<void> {
  const customers = [...shop.local.customers.keys()];
  for (const [nr, name] of names.entries()) {
    const { rows } = await pool().query<{ id: string }>(
      `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, now())
       on conflict ("shopId", "customerId") do update set rev = "Member".rev returning id::text`,
      [shop.id, customers[nr % customers.length]],
    );
    const facts = { title: { en: name, fr: name } };
    const notice = { memberId: rows[0]!.id, kind, cause: name, facts };
    await withTransaction((client) => writeNotices(client, shop.id, [notice], new Date()));
  }
}

const inbox = () => shop.local.flow.messages.map(({ payload }) => String(payload['Title'])).sort();

async function states(): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ cause: string; state: string }>(
    'select cause, state from "Notice" where "shopId" = $1 order by cause',
    [shop.id],
  );
  return Object.fromEntries(rows.map(({ cause, state }) => [cause, state]));
}

/** The job again and again, each time once whatever waits is due, until it has nothing to do. */
async function tellToTheEnd(): Promise<number> {
  let failed = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    if (!(await shopsWithDueNotices(pool(), new Date(Date.now() + 3_600_000))).includes(shop.id))
      return failed;
    await tellNotices(shop.id).catch(() => void (failed += 1));
    await pool().query(
      `update "Notice" set "dueAt" = "dueAt" - interval '20 minutes' where "shopId" = $1 and "dueAt" is not null`,
      [shop.id],
    );
  }
  throw new Error('notices wait for ever');
}

const said = (body: object, status = 200): Scripted => ({ status, body });
const answered = (answer: object | null, errors?: object[]) =>
  said({ data: { flowTriggerReceive: answer }, ...(errors && { errors }) });
const OK = { userErrors: [] };

/** What Shopify says to each by its name; `did` where Flow has it all the same. Named twice, it says so each time. */
type Way = { did?: true; says: Scripted };
function script(ways: Readonly<Record<string, Way>>): void {
  const answer: Script = ({ operation }, { handle, payload }) => {
    if (operation !== 'ReceiveFlowTrigger') return null;
    const fields = payload as Record<string, unknown>;
    const way = ways[String(fields['Title'])];
    if (!way) return null;
    const at = new Date().toISOString();
    if (way.did) shop.local.flow.messages.push({ handle: String(handle), payload: fields, at });
    return way.says;
  };
  local.shopify().faults(shop.domain).script = answer;
}

const error = (code: string, path?: string[]) => ({
  message: 'No.',
  extensions: { code },
  ...(path && { path }),
});

describe('C150 of a batch', () => {
  it.each<[string, Way, string]>([
    ['userErrors', { says: answered({ userErrors: [{ field: null, message: 'No.' }] }) }, 'refused'],
    ['a denial', { says: answered(null, [error('ACCESS_DENIED', ['flowTriggerReceive'])]) }, 'refused'],
    [
      'an error of its own, after Flow had it',
      { did: true, says: answered(null, [error('INTERNAL_SERVER_ERROR')]) },
      'unsure',
    ],
    [
      'an error within, after Flow had it',
      { did: true, says: answered(null, [error('X', ['flowTriggerReceive', 'userErrors'])]) },
      'unsure',
    ],
    ['nothing at all', { says: answered(null) }, 'unsure'],
    ['no word of it', { says: said({ data: {} }) }, 'refused'],
    ['errors beside a yes', { did: true, says: answered(OK, [error('X', ['shop', 'name'])]) }, 'told'],
    ['500, after Flow had it', { did: true, says: said({}, 500) }, 'unsure'],
    ['an answer that isn’t one, after Flow had it', { did: true, says: said([], 200) }, 'refused'],
  ])(
    'one is answered with %s: the others are told once, and it no more than once',
    async (_what, way, state) => {
      const others = ['a', 'b', 'c', 'd', 'e'];
      await write([...others.slice(0, 2), 'odd', ...others.slice(2)]);
      script({ odd: way });
      await tellToTheEnd();
      expect(inbox()).toEqual([...others, ...(way.did ? ['odd'] : [])]);
      expect(await states()).toEqual({
        ...Object.fromEntries(others.map((name) => [name, 'told'])),
        odd: state,
      });
    },
  );

  it.each<[string, Scripted]>([
    ['throttled', said({ errors: [error('THROTTLED')] })],
    ['429', said({}, 429)],
    ['frozen', said({}, 402)],
    ['locked', said({}, 423)],
  ])('some in the middle find the shop %s: all are told in the end, once', async (_what, says) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await write(names);
    script({ c: { says }, e: { says } });
    await expect(tellNotices(shop.id)).rejects.toThrow();
    expect(await states()).toMatchObject({ c: 'waiting' });
    local.shopify().faults(shop.domain).clear();
    await tellToTheEnd();
    expect([inbox(), new Set(Object.values(await states()))]).toEqual([names, new Set(['told'])]);
  });

  it('the token dies in the middle and Shopify gives no other for a while: none is lost', async () => {
    const names = Array.from({ length: 8 }, (_, nr) => `n${nr}`);
    await write(names);
    const { faults, tokens } = {
      faults: local.shopify().faults(shop.domain),
      tokens: local.shopify().tokens,
    };
    expect(tokens).toBeDefined();
    faults.tokenRefusal = { status: 503, body: {} };
    script({ n3: { says: said({ errors: 'invalid token' }, 401) } });
    await expect(tellNotices(shop.id)).rejects.toThrow();
    expect(await states()).toMatchObject({ n3: 'waiting' });
    faults.clear();
    await tellToTheEnd();
    expect([inbox(), new Set(Object.values(await states()))]).toEqual([names, new Set(['told'])]);
  });

  it('the answer is lost in the middle: that one is told at most once, the others once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await write(names);
    let calls = 0;
    local.shopify().faults(shop.domain).script = ({ operation }) => {
      if (operation === 'ReceiveFlowTrigger' && (calls += 1) === 3)
        local.shopify().faults(shop.domain).plan('lose_answer');
      return null;
    };
    expect(await tellToTheEnd()).toBe(1);
    expect(inbox()).toEqual(names);
    expect(Object.values(await states()).sort()).toEqual(['told', 'told', 'told', 'told', 'told', 'unsure']);
  });
});

describe('C150 while a batch is told', () => {
  it('its kind is switched off: what comes back from Shopify untold is told nobody', async () => {
    await write(['a', 'b', 'c']);
    local.shopify().faults(shop.domain).script = async ({ operation }) => {
      if (operation !== 'ReceiveFlowTrigger') return null;
      await setKindsByFlow(pool(), shop.id, []);
      return said({}, 423);
    };
    await expect(tellNotices(shop.id)).rejects.toThrow();
    local.shopify().faults(shop.domain).clear();
    await tellToTheEnd();
    expect([inbox(), new Set(Object.values(await states()))]).toEqual([[], new Set(['in-shop'])]);
  });
});
