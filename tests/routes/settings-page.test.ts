// The settings' page and unknown addresses over real HTTP, from the production build.
import { bearerOf, useBuiltApp } from './use-built-app.ts';
import { describe, expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { openingPath } from './merchant.ts';

const app = useBuiltApp('settings');

const DATA = '/app/settings?_data=routes%2Fapp.settings';

type Page = { saved: { leftOutTags: string[] }; revision: number };

async function settings(domain = app.shop): Promise<Page> {
  return (await (await app.get(DATA, bearerOf(domain))).json()) as Page;
}

const send = (body: string, token?: string) => app.post(DATA, body, token);

describe('the settings’ action', () => {
  test('GIVEN a form as the page sends it WHEN it is sent twice THEN the second is told of the first', async () => {
    const { saved, revision } = await settings();
    const body = JSON.stringify({ value: { ...saved, leftOutTags: ['staff'] }, revision });
    expect(await (await send(body)).json()).toEqual({ ok: true });
    expect(await (await send(body)).json()).toEqual({ ok: false, reason: 'draft-changed' });
    expect((await settings()).saved.leftOutTags).toEqual(['staff']);
  });

  test.each(['', 'no JSON', '[]', '{"value":{},"revision":"x"}'])(
    'GIVEN the body %j WHEN it is sent THEN it is refused as input, not failed',
    async (body) => {
      const answer = await send(body);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ ok: false, reason: 'malformed' });
    },
  );

  test('GIVEN fields that can’t be read WHEN they are sent THEN each is named', async () => {
    const answer = await send(JSON.stringify({ value: {}, revision: 1 }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      ok: false,
      reason: 'invalid',
      errors: { names: 'malformed' },
    });
  });

  test('GIVEN no session WHEN the form is sent THEN it is 401 and App Bridge may try again', async () => {
    const answer = await send('{}', 'nonsense');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
  });

  test('C62 GIVEN two shops WHEN one saves THEN the other’s draft is as it was', async () => {
    const other = await app.openOther();
    const { saved, revision } = await settings();
    await app.post(`${DATA}&shop=${other}`, { value: { ...saved, leftOutTags: ['staff'] }, revision });
    expect((await settings(other)).saved.leftOutTags).toEqual([]);
    const row = await prisma().shop.findUniqueOrThrow({ where: { domain: other } });
    expect(row.draftRevision).toBe(1);
  });
});

test.each([
  ['en', 'Page not found'],
  ['fr', 'Page introuvable'],
])('an unknown address of the app is 404 inside the frame, with the menu (%s)', async (locale, title) => {
  const answer = await app.get(openingPath(app.shop, { path: '/app/nothing', locale }));
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-security-policy')).toContain(`https://${app.shop}`);
  const html = await answer.text();
  expect(html).toContain(title);
  expect(html).toContain('<ui-nav-menu>');
});
