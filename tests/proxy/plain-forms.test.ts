// Forms of the shop's pages in a browser without script, over real HTTP: a question, its answer, and nothing by any other way.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { consentHash, lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import { pool } from '#app/db/pool.server.ts';
import { PROXY_ACTIONS } from '#app/proxy/actions.ts';
import { CAUSE, choiceRows, choiceShop, memberWhoChooses, THIRD } from '#tests/support/choices.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import type { OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { hiddenFields, openShopPages, type Fields, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const WEDDING = momentRule('life-date', {
  key: 'wedding',
  title: { en: 'Your wedding <b>{{ 1 }}', fr: 'Votre mariage' },
  consent: { en: 'I agree that it is kept.', fr: 'J’accepte qu’il soit gardé.' },
});
const agreed = consentHash(lifeDateRules([WEDDING])[0]!);
const DATE = { language: 'en', moment: 'wedding', day: '29', month: '2', year: '', agreed };

let pages: ShopPages;
let shop: OccasionShop;
let customerId: string;

beforeAll(async () => {
  shop = await choiceShop({ moments: [THIRD, WEDDING], codes: 50 });
  pages = await openShopPages();
  return () => pages.stop();
});
beforeEach(async () => {
  const member = await memberWhoChooses(shop);
  await pool().query(`update "Gift" set "openUntil" = '2099-12-31' where "memberId" = $1`, [member.id]);
  customerId = member.customerId;
});

const post = (action: string, fields: Fields, request: ProxyRequest = {}) =>
  pages.sendForm(fields, { shop: shop.domain, customerId, action, ...request });

/** Of the customer: birthday, dates of life, choices, whether they left. */
async function books(): Promise<unknown[]> {
  const { rows } = await pool().query(
    `select m."birthDay", m."birthMonth", m."leftAt" is not null as left, (select json_agg(d.day order by d.day) from "MemberDate" d
       where d."memberId" = m.id) as dates, (select count(*)::int from "MemberDateChange" c where c."memberId" = m.id) as changes
     from "Member" m where m."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId],
  );
  return [rows, await choiceRows(shop)];
}

const FORMS: [string, Record<string, string>, string][] = [
  ['birthday', { day: '3', month: '5', language: 'en' }, 'Your birthday: 3 May.'],
  ['life-date', DATE, 'Your wedding &lt;b&gt;&#123;&#123; 1 &#125;&#125;: 29 February.'],
  ['choose', { cause: CAUSE, offer: '1', language: 'en' }, 'You choose: 5.00 off.'],
  ['leave', { language: 'en' }, 'Leave the program'],
];

describe('S-08 S-13 a form without script', () => {
  test.each(FORMS)('%s opened by itself says that nothing was sent, and leads back', async (action) => {
    const before = await books();
    const { status, headers, text } = await pages.read(action, { shop: shop.domain, customerId });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect(headers.get('content-type')).toBe('application/liquid; charset=utf-8');
    expect(text).toContain('Nothing was sent.');
    expect(text).toContain('Rien n’a été envoyé.');
    expect(text).toContain('{{ routes.root_url | escape }}');
    expect(await books()).toEqual(before);
  });

  test.each(FORMS)('%s is asked about, then done, and done once', async (action, fields, says) => {
    const before = await books();
    const question = await post(action, fields);
    expect([question.status, question.headers.get('content-type')]).toEqual([
      200,
      'application/liquid; charset=utf-8',
    ]);
    expect(question.headers.get('cache-control')).toBe('private, no-store');
    expect(question.text).toContain(says);
    expect(await books()).toEqual(before);
    const confirmed = hiddenFields(question.text);
    const [done, again] = await Promise.all([post(action, confirmed), post(action, confirmed)]);
    expect([done.status, again.status]).toEqual([200, 200]);
    expect(done.text).toContain('role="status"');
    const after = await books();
    expect(after).not.toEqual(before);
    expect((await post(action, confirmed)).text).toBe(done.text);
    expect(await books()).toEqual(after);
  });

  test('S-13 a day is taken away again, and its words to agree to are told before', async () => {
    const told = await post('life-date', { ...DATE, language: 'fr' });
    expect(told.text).toMatch(/Votre mariage.*: le 29\s+février\./);
    expect(told.text).toContain('J’accepte qu’il soit gardé.');
    await post('life-date', hiddenFields(told.text));
    const question = await post('life-date', { ...DATE, day: '', month: '', remove: 'yes' });
    const { text } = await post('life-date', hiddenFields(question.text));
    expect(text).toContain('The day is removed.');
    expect(await books()).toMatchObject([[{ dates: null, changes: 2 }], expect.anything()]);
  });

  test('a question about an order is answered at once: it changes nothing', async () => {
    const { status, text } = await post('order-answer', { order: '#1 <i>', language: 'fr' });
    expect(status).toBe(200);
    expect(text).toContain('Cette commande est introuvable');
  });

  test.each([
    ['birthday', { day: '31', month: '2' }, 422, 'There’s no such day.'],
    ['birthday', { day: '', month: '5' }, 422, 'Please choose a day.'],
    ['birthday', { day: '1e1', month: '5' }, 422, 'There’s no such day.'],
    ['life-date', { ...DATE, agreed: '' }, 400, 'We couldn’t read that.'],
    ['life-date', { ...DATE, agreed: '0123456789abcdef' }, 409, 'The words beside the box have changed.'],
    ['life-date', { ...DATE, year: '2027' }, 422, 'There’s no such day.'],
    ['choose', { cause: CAUSE }, 422, 'Please choose one of them.'],
    ['choose', { cause: 'third/9', offer: '0' }, 404, 'This gift isn’t there any more.'],
  ])('%s, wrong: %j is said at once, in words', async (action, fields, status, says) => {
    const before = await books();
    const answer = await post(action, fields);
    expect([answer.status, hiddenFields(answer.text)]).toEqual([status, {}]);
    expect(answer.text).toContain(says);
    expect(await books()).toEqual(before);
  });

  test('whoever isn’t signed in is told so', async () => {
    const { status, text } = await post('birthday', { day: '3', month: '5' }, { customerId: '' });
    expect(status).toBe(403);
    expect(text).toContain('Please sign in first');
  });
});

describe('C99 what another page of the web sends', () => {
  const LIE: [string, (fields: Record<string, string>) => Record<string, string>][] = [
    ['no seal', ({ seal: _, ...fields }) => fields],
    ['no end', ({ until: _, ...fields }) => fields],
    ['a seal of zeros', (fields) => ({ ...fields, seal: '0'.repeat(64) })],
    ['half a seal', (fields) => ({ ...fields, seal: (fields['seal'] ?? '').slice(0, 32) })],
    ['another day', (fields) => ({ ...fields, day: '4' })],
    ['another key', (fields) => ({ ...fields, requestKey: randomUUID() })],
    ['a later end', (fields) => ({ ...fields, until: String(Number(fields['until']) + 1) })],
    ['an end long ago', (fields) => ({ ...fields, until: '1' })],
    ['a field beside', (fields) => ({ ...fields, year: '1990' })],
  ];
  test.each(LIE)('with %s it does nothing but ask', async (_, change) => {
    const before = await books();
    const question = await post('birthday', { day: '3', month: '5', language: 'en' });
    const { status, text } = await post('birthday', change(hiddenFields(question.text)));
    expect(status).toBe(200);
    expect(text).toContain('Is this right?');
    expect(await books()).toEqual(before);
  });

  test('a seal of another customer, another shop or another form is none', async () => {
    const fields = { day: '3', month: '5', language: 'en' };
    const theirs = hiddenFields((await post('birthday', fields, { customerId: '77001' })).text);
    const left = hiddenFields((await post('leave', { language: 'en' })).text);
    const before = await books();
    expect((await post('birthday', theirs)).text).toContain('Is this right?');
    expect((await post('return', left)).text).toContain('Is this right?');
    expect(await books()).toEqual(before);
  });

  test('a field told twice isn’t read, nor a body of ten thousand signs', async () => {
    const twice = [...Object.entries({ day: '3', month: '5' }), ['day', '4'] as const] as const;
    expect((await post('birthday', twice)).status).toBe(400);
    expect((await post('birthday', { day: '3'.repeat(10_000) })).status).toBe(413);
  });

  test('what is put into it comes back as text alone', async () => {
    const nasty = '"><script>x</script>{{ shop.email }}{% raw %}';
    for (const [action, fields] of FORMS) {
      const { text } = await post(action, {
        ...fields,
        language: nasty,
        requestKey: nasty,
        __proto__: nasty,
        x: nasty,
      });
      expect(text).not.toMatch(/<script>|\{\{(?! routes\.root_url \| escape \}\})|raw/);
    }
    const { text } = await post('order-answer', { order: nasty });
    expect(text).not.toMatch(/<script>|\{\{(?! routes\.root_url \| escape \}\})/);
  });

  test('what only a script can ask for takes no form', async () => {
    const scripted = PROXY_ACTIONS.filter(({ plain }) => plain === null).map(({ path }) => path);
    expect(scripted.length).toBeGreaterThan(2);
    for (const path of scripted) {
      const { status } = await post(path.slice('/proxy/'.length), { language: 'en' });
      expect([path, status]).toEqual([path, 415]);
    }
  });
});
