// Forms without script, tried by somebody who wants to break them, and by somebody unlucky: a page that is loaded again, a second
// window, an answer that comes late.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { consentHash, lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import { pool } from '#app/db/pool.server.ts';
import { CAUSE, choiceRows, choiceShop, memberWhoChooses, THIRD } from '#tests/support/choices.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import type { OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { hiddenFields, openShopPages, type Fields, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const WEDDING = momentRule('life-date', {
  key: 'wedding',
  title: { en: 'Your wedding', fr: 'Votre mariage' },
  consent: { en: 'I agree that it is kept.', fr: 'J’accepte qu’il soit gardé.' },
});
const agreed = consentHash(lifeDateRules([WEDDING])[0]!);
const DATE = { language: 'en', moment: 'wedding', day: '28', month: '2', year: '', agreed };

let pages: ShopPages;
let shop: OccasionShop;
let member: { id: string; customerId: string };

beforeAll(async () => {
  shop = await choiceShop({ moments: [THIRD, WEDDING], codes: 50 });
  pages = await openShopPages();
  return () => pages.stop();
});
beforeEach(async () => {
  member = await memberOfLater();
  await pool().query('delete from "ProxyAction"');
});

/** Whose gift waits whenever this runs. */
async function memberOfLater() {
  const chooses = await memberWhoChooses(shop);
  await pool().query(`update "Gift" set "openUntil" = '2099-12-31' where "memberId" = $1`, [chooses.id]);
  return chooses;
}

const post = (action: string, fields: Fields, request: ProxyRequest = {}) =>
  pages.sendForm(fields, { shop: shop.domain, customerId: member.customerId, action, ...request });
const asked = async (action: string, fields: Fields, request: ProxyRequest = {}) =>
  hiddenFields((await post(action, fields, request)).text);
const json = (action: string, body: unknown) =>
  pages.send(body, { shop: shop.domain, customerId: member.customerId, action });

async function gifts(): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select cause || ' ' || state || coalesce(' ' || chosen, '') as text from "Gift" where "memberId" = $1 order by 1`,
    [member.id],
  );
  return rows.map(({ text }) => text);
}
async function isLeft(): Promise<boolean> {
  const { rows } = await pool().query<{ left: boolean }>(
    `select "leftAt" is not null as left from "Member" where id = $1`,
    [member.id],
  );
  return rows[0]?.left ?? false;
}
const points = async () => {
  const { rows } = await pool().query<{ points: number }>('select points::int from "Member" where id = $1', [
    member.id,
  ]);
  return rows[0]?.points ?? -1;
};

describe('S-08 C144 C158 a choice', () => {
  test.each([
    [''],
    [' '],
    [null],
    [false],
    [true],
    [[1]],
    ['0x1'],
    ['1e0'],
    ['+1'],
    [' 1 '],
    ['1.0'],
    [{}],
    ['-0'],
  ])('of %j is none', async (offer) => {
    const before = await gifts();
    const { status } = await json('choose', { requestKey: randomUUID(), cause: CAUSE, offer });
    expect([400, 422]).toContain(status);
    expect(await gifts()).toEqual(before);
  });

  test('left empty is asked for beside the form', async () => {
    const { status, text } = await post('choose', { cause: CAUSE, offer: '', language: 'fr' });
    expect(status).toBe(422);
    expect(text).toContain('Choisissez-en un.');
  });

  test('of two at once, each confirmed, is one of them', async () => {
    const both = await Promise.all(['0', '1'].map((offer) => asked('choose', { cause: CAUSE, offer })));
    const before = await points();
    const answers = await Promise.all([...both, ...both].map((fields) => post('choose', fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(await gifts()).toHaveLength(1);
    expect(await gifts()).toEqual([expect.stringMatching(/ given [01]$/)]);
    const { rows } = await pool().query('select 1 from "Voucher" where "memberId" = $1', [member.id]);
    expect(((await points()) - before) / 50 + rows.length).toBe(1);
  });

  test.each([
    ['lapsed', `update "Gift" set "openUntil" = '2026-05-01', state = 'lapsed' where "memberId" = $1`, 422],
    ['taken back', `update "Gift" set state = 'withdrawn' where "memberId" = $1`, 410],
    ['of somebody who was left out', `update "Member" set blocked = true where id = $1`, 403],
    ['that nobody knows of any more', `delete from "Gift" where "memberId" = $1`, 404],
  ])('%s between question and answer gives nothing', async (_, meanwhile, status) => {
    const fields = await asked('choose', { cause: CAUSE, offer: '0' });
    await pool().query(meanwhile, [member.id]);
    const before = [await gifts(), await points()];
    expect((await post('choose', fields)).status).toBe(status);
    expect([await gifts(), await points()]).toEqual(before);
    await pool().query('update "Member" set blocked = false where id = $1', [member.id]);
  });

  test('of somebody who left meanwhile gives nothing, nor after they came back', async () => {
    const fields = await asked('choose', { cause: CAUSE, offer: '0' });
    await post('leave', await asked('leave', {}));
    expect((await post('choose', fields)).status).toBe(410);
    await post('return', await asked('return', {}));
    expect((await post('choose', fields)).status).toBe(410);
    expect(await points()).toBe(0);
  });

  test('is the customer’s who was asked, not of whoever signs in next', async () => {
    const fields = await asked('choose', { cause: CAUSE, offer: '0' });
    const other = await memberOfLater();
    const before = await choiceRows(shop);
    const { text } = await post('choose', fields, { customerId: other.customerId });
    expect(text).toMatch(/Is this right\?|isn’t there/);
    expect((await post('choose', fields, { customerId: '' })).status).toBe(403);
    expect(await choiceRows(shop)).toEqual(before);
  });
});

describe('S-13 C03 C158 a page that is loaded again', () => {
  test('leaves nobody who came back, and brings nobody back who left', async () => {
    const left = await asked('leave', {});
    await post('leave', left);
    const back = await asked('return', {});
    await post('return', back);
    await post('leave', left);
    expect(await isLeft()).toBe(false);
    await post('leave', await asked('leave', {}));
    await post('return', back);
    await post('return', left);
    expect(await isLeft()).toBe(true);
  });

  test('brings no day back that was taken away since', async () => {
    const told = await asked('life-date', DATE);
    await post('life-date', told);
    await post('life-date', await asked('life-date', { ...DATE, day: '', month: '', remove: 'yes' }));
    await post('life-date', told);
    const { rows } = await pool().query('select 1 from "MemberDate" where "memberId" = $1', [member.id]);
    expect(rows).toEqual([]);
  });

  test('of a day whose moment or words are others by now is told in words', async () => {
    const told = await asked('life-date', DATE);
    const wrong = await post('life-date', { ...told, moment: 'third' });
    expect(hiddenFields(wrong.text)['seal']).toBeUndefined();
    expect(wrong.status).toBe(404);
  });
});

describe('S-13 C142 C158 a day', () => {
  test.each([
    { day: '29', month: '2', year: '2027' },
    { day: '31', month: '4' },
    { day: '0', month: '1' },
    { day: '1', month: '13' },
    { day: '1', month: '1', year: '1' },
    { day: '1', month: '1', year: '0000' },
    { day: '1', month: '1', year: '9999' },
    { day: '1.5', month: '1' },
    { day: '1e0', month: '1' },
    { day: '-1', month: '1' },
    { day: '1', month: 'janvier' },
    { day: '٣', month: '1' },
  ])('%j is none', async (day) => {
    const answer = await post('life-date', { ...DATE, ...day });
    expect([answer.status, hiddenFields(answer.text)]).toEqual([422, {}]);
  });

  test('changed often is changed once, and taken away at any time', async () => {
    for (const [day, status] of [
      ['1', 200],
      ['2', 200],
      ['3', 422],
      ['2', 200],
      ['4', 422],
    ] as const)
      expect([day, (await post('life-date', await confirmed({ ...DATE, day }))).status]).toEqual([
        day,
        status,
      ]);
    const away = await confirmed({ ...DATE, day: '', month: '', remove: 'yes' });
    expect((await post('life-date', away)).status).toBe(200);
    expect((await post('life-date', await confirmed({ ...DATE, day: '9' }))).status).toBe(422);
  });

  /** In parallel, each with a key of its own. */
  test('told in two windows at once is one of them', async () => {
    const both = await Promise.all(['1', '2', '3'].map((day) => confirmed({ ...DATE, day })));
    await Promise.all(both.map((fields) => post('life-date', fields)));
    const { rows } = await pool().query<{ day: number }>(
      'select day from "MemberDate" where "memberId" = $1',
      [member.id],
    );
    expect(rows).toHaveLength(1);
    const log = await pool().query('select 1 from "MemberDateChange" where "memberId" = $1', [member.id]);
    expect(log.rows).toHaveLength(2);
  });

  const confirmed = (fields: Fields) => asked('life-date', fields);
});

describe('C158 a body', () => {
  const NASTY = [
    '\0',
    '\ud800',
    '%00',
    '%',
    '%zz',
    '\u202e',
    '{{ shop.email }}',
    '{% raw %}',
    '"><b>',
    "'\r\nX-Evil: 1",
    '\u2028',
  ];
  test.each(NASTY)('with %j in every field is answered in the theme, and changes nothing', async (nasty) => {
    const before = [await gifts(), await points(), await isLeft()];
    for (const action of ['birthday', 'life-date', 'choose', 'leave', 'return', 'order-answer']) {
      const all = [
        'day',
        'month',
        'year',
        'moment',
        'agreed',
        'remove',
        'cause',
        'offer',
        'order',
        'language',
      ];
      const more = ['requestKey', 'until', 'seal', '__proto__', 'constructor', 'to', 'return_to'];
      const { status, headers, text } = await post(
        action,
        [...all, ...more].map((name) => [name, nasty] as const),
      );
      expect([action, [200, 400, 404, 422].includes(status)]).toEqual([action, true]);
      expect(headers.get('content-type')).toBe('application/liquid; charset=utf-8');
      expect(headers.get('x-evil')).toBeNull();
      expect(text).not.toMatch(/<b>|\{%(?!-)|\{\{(?! routes\.root_url \| escape \}\})|\0/);
    }
    expect([await gifts(), await points(), await isLeft()]).toEqual(before);
  });

  test('leads nowhere but to the shop’s own path', async () => {
    const { text } = await post('leave', { return_to: '//evil.example', to: 'https://evil.example' });
    expect([...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      '/apps/sixth/leave',
      '{{ routes.root_url | escape }}',
    ]);
  });
});
