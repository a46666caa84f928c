// A pasted list of customers is looked through before a moment is given to them: who gets it, and who doesn't and why.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { lookAtList } from '#app/usecases/moments/look-at-list.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const local = useLocalShopify();
let shop: InstalledShop;
let customers: string[];

beforeAll(async () => {
  shop = await local.install();
  customers = [...shop.local.customers.keys()];
  await publishCard(shop.domain, { products: { ...NO_PRODUCTS, all: true } });
  await publishDraft(shop.domain, (rules) => ({
    ...rules,
    moments: [momentRule('by-hand', { key: 'thanks' }), momentRule('joined', { key: 'hello' })],
  }));
});
beforeEach(async () => {
  local.shopify().faults(shop.domain).clear();
  shop.local.emailsGranted = true;
  await pool().query('delete from "Gift" where "shopId" = $1', [shop.id]);
});

async function memberOf(customerId: string, change = ''): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, now())
     on conflict ("shopId", "customerId") do update set rev = "Member".rev returning id::text`,
    [shop.id, customerId],
  );
  const { id } = rows[0]!;
  if (change !== '') await pool().query(`update "Member" set ${change} where id = $1`, [id]);
  return id;
}

const look = (customerIds: string[], emails: string[] = [], momentKey = 'thanks') =>
  lookAtList(
    { id: shop.id, domain: shop.domain, timeZone: 'Europe/Paris', currency: 'EUR' },
    { momentKey, customerIds, emails },
  );
const emailOf = (customerId: string) => shop.local.customers.get(customerId)!.email.toLowerCase();
const NOBODY = { fresh: [], had: [], twice: 0, out: 0, others: 0, notFound: [] };

it('finds members by ID and by email, each once, and tells who isn’t found', async () => {
  const [first, second, third] = customers as [string, string, string];
  const ids = [await memberOf(first), await memberOf(second)];
  const answer = await look(
    [first, '999'],
    [emailOf(first), emailOf(second), emailOf(third), 'no@b.example'],
  );
  expect(answer).toEqual({
    ...NOBODY,
    ok: true,
    fresh: ids,
    twice: 1,
    notFound: ['999', emailOf(third), 'no@b.example'],
  });
});

it('more emails than one question holds are asked for in several', async () => {
  const known = [...shop.local.customers.values()][0]!;
  const emails: string[] = [];
  for (let nr = 0; nr < 120; nr += 1) {
    const email = `many-${nr}@example.com`;
    const { id } = await shop.local.addCustomer({ ...known, email });
    await memberOf(id);
    emails.push(email);
  }
  expect(await look([], emails)).toMatchObject({ ok: true, fresh: { length: 120 }, notFound: [] });
});

it('a merged customer stands for whoever they are now; who left or is left out gets nothing', async () => {
  const [loser, survivor, left, blocked] = ['71', '72', '73', '74'];
  const into = await memberOf(survivor);
  await memberOf(loser, `"mergedIntoId" = ${into}`);
  await memberOf(left, '"leftAt" = now()');
  await memberOf(blocked, 'blocked = true');
  const answer = await look([loser, survivor, left, blocked]);
  expect(answer).toEqual({ ...NOBODY, ok: true, fresh: [into], twice: 1, out: 2 });
});

it('a second look at a list that was given says that all of it had it', async () => {
  const [one, two] = [await memberOf('81'), await memberOf('82')];
  const list = { momentKey: 'thanks', reason: 'Christmas', madeBy: '42', again: false };
  const requestKey = '0b7c2f2e-0000-4000-8000-000000000009';
  await beginList(shop.id, { ...list, requestKey, memberIds: [one, two] });
  await giveLists(shop.id);
  expect(await look(['81', '82'])).toEqual({ ...NOBODY, ok: true, had: [one, two] });
});

it('says where the app may not know emails, and asks nothing for IDs alone', async () => {
  shop.local.emailsGranted = false;
  const [first] = customers as [string];
  await memberOf(first);
  local.shopify().faults(shop.domain).script = ({ operation }) =>
    operation === 'CustomersByEmail'
      ? {
          status: 200,
          body: {
            data: {
              customers: {
                nodes: [{ id: `gid://shopify/Customer/${first}`, defaultEmailAddress: null }],
                pageInfo: { hasNextPage: false },
              },
            },
            errors: [{ message: 'not approved', path: ['customers', 'nodes', 0, 'defaultEmailAddress'] }],
          },
        }
      : null;
  expect(await look([], [emailOf(first)])).toEqual({ ok: false, reason: 'no-emails' });
  expect(await look([first])).toMatchObject({ ok: true, fresh: { length: 1 } });
});

it('says that Shopify doesn’t answer, and that the moment is gone', async () => {
  local.shopify().faults(shop.domain).plan('error', 3);
  expect(await look([], ['a@b.example'])).toEqual({ ok: false, reason: 'failed' });
  local.shopify().faults(shop.domain).clear();
  expect(await look(['1'], [], 'gone')).toEqual({ ok: false, reason: 'no-moment' });
  expect(await look(['1'], [], 'hello')).toEqual({ ok: false, reason: 'no-moment' });
});

describe('C157 addresses that are meant to be something else', () => {
  const TRICKS = [
    '" OR email:"',
    'a@b.example" OR id:>0 OR email:"x@y.example',
    "' OR 1=1 --@b.example",
    '\\"@b.example',
    '\\\\" OR *@b.example',
    '*@example.com',
    'or@and.not',
    '-x@b.example',
    'email:x@b.example',
    '(x)@b.example',
    'id:>=0@b.example',
    'ä@ö.example',
    'a+b@b.example',
  ];
  it.each(TRICKS)('%s finds nobody else', async (trick) => {
    const [first] = customers as [string];
    const id = await memberOf(first);
    const answer = await look([], [trick, emailOf(first)]);
    expect(answer).toEqual({ ...NOBODY, ok: true, fresh: [id], notFound: [trick] });
  });

  it('one by which Shopify finds a hundred others keeps nobody else from being found', async () => {
    const [first, second] = customers as [string, string];
    const ids = [await memberOf(first), await memberOf(second)];
    const crowd = Array.from({ length: 100 }, (_, nr) => ({
      id: `gid://shopify/Customer/${5_000_000 + nr}`,
      defaultEmailAddress: { emailAddress: `crowd-${nr}@example.com` },
    }));
    let questions = 0;
    local.shopify().faults(shop.domain).script = ({ operation }, variables) => {
      if (operation !== 'CustomersByEmail') return null;
      questions += 1;
      // A beginning, where Shopify takes it for one between quotation marks, too.
      if (!String(variables['query']).includes('"*@')) return null;
      const customers = { nodes: crowd, pageInfo: { hasNextPage: true } };
      return { status: 200, body: { data: { customers } } };
    };
    const emails = ['*@example.com', emailOf(first), 'no@b.example', emailOf(second)];
    expect(await look([], emails)).toEqual({
      ...NOBODY,
      ok: true,
      fresh: ids,
      notFound: ['*@example.com', 'no@b.example'],
    });
    expect(questions).toBeLessThan(8);
  });
});
