// What anybody may send: refused with 4xx, never a failure of ours, and nothing of it in the log one by one.
import { connect } from 'node:net';
import { useBuiltApp } from './use-built-app.ts';
import { describe, expect, it } from 'vitest';
import { takeCounts } from '#app/count-refusals.ts';
import { KEYS, openingPath, sessionToken } from './merchant.ts';
import { mintSessionToken } from '#tests/local-shopify/oauth/session-token.ts';

const app = useBuiltApp('hostile');

/** Bytes as they are; the status of the answer. */
function raw(lines: string[]): Promise<number> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(Number(answer.split(' ')[1])));
    socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n`);
  });
}

describe('addresses that can’t be', () => {
  it.each([
    ['a path that is no text', ['GET /% HTTP/1.1', 'host: x']],
    ['a host that is none', ['GET /app HTTP/1.1', 'host: [::']],
    ['a host with a path', ['GET /app HTTP/1.1', 'host: a/b']],
    ['a forwarded host that is none', ['GET /app HTTP/1.1', 'host: x', 'x-forwarded-host: a b']],
    [
      'a port that is none behind the first host',
      ['GET /app HTTP/1.1', 'host: x', 'x-forwarded-host: x, y:99999'],
    ],
    ['a protocol that is none', ['GET /app HTTP/1.1', 'host: x', 'x-forwarded-proto: ht tp']],
    ['an admin that is none', ['GET /app?shop=x.myshopify.com&host=Pg HTTP/1.1', 'host: x']],
    ['an admin of odd letters', ['GET /auth/login?host=%00%FF HTTP/1.1', 'host: x']],
  ])('%s is 400', async (_, lines) => {
    takeCounts();
    expect(await raw(lines)).toBe(400);
    expect(takeCounts().refused).toEqual({ 'page 400 address': 1 });
  });

  it.each([
    '/auth/exit-iframe',
    '/auth/exit-iframe?exitIframe=%00',
    '/auth/exit-iframe?shop=x.myshopify.com&exitIframe=javascript:alert(1)',
    '/auth/session-token',
    '/auth/callback',
    '/auth/nothing',
    '/nothing',
    '/app',
    '/app?shop=nonsense',
  ])('%s is no failure of ours', async (path) => {
    const { status } = await app.get(path);
    expect(status).toBeLessThan(500);
  });

  it.each(['/', '/nothing', '/app', '/app/members/1', '/auth/login'])(
    'a POST of a stranger to %s is refused and counted, and is no error',
    async (path) => {
      const answer = await fetch(app.url + path, { method: 'POST', body: 'x', redirect: 'manual' });
      expect(answer.status).toBeLessThan(500);
    },
  );
});

describe('a form that no page of ours sends', () => {
  const to = (path: string, ...lines: string[]) =>
    raw([`POST ${path} HTTP/1.1`, 'host: x', 'content-length: 0', ...lines]);

  it.each(['https://evil.example', 'null', 'nonsense', 'https://x:444'])('from %s is 403', async (origin) => {
    takeCounts();
    expect(await to('/app/settings', `origin: ${origin}`)).toBe(403);
    expect(await to('//y:99999', `origin: ${origin}`, 'x-forwarded-host: y')).toBe(403);
    expect(takeCounts().refused).toEqual({ 'page 403 origin': 2 });
  });

  it.each([
    ['of our own', ['origin: https://x']],
    ['of our own behind a proxy', ['origin: https://y:8443', 'x-forwarded-host: y:8443']],
    ['that no browser sent', []],
  ])('%s is asked for its token', async (_, lines) => {
    expect([302, 401]).toContain(await to('/app/settings', ...lines));
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])('a %s is 405, and no error', async (method) => {
    takeCounts();
    expect(await raw([`${method} /app HTTP/1.1`, 'host: x'])).toBe(405);
    expect(takeCounts().refused).toEqual({ 'page 405 method': 1 });
  });
});

describe('a session token', () => {
  const { hostname } = new URL('https://app.example.com');
  const minted = (dest: string) =>
    mintSessionToken(KEYS, app.shop, new Date(), { userId: '42', claims: { dest } });

  it.each([
    ['of another scheme', (shop: string) => `http://${shop}`],
    ['with a port', (shop: string) => `https://${shop}:444`],
    ['with a path', (shop: string) => `https://${shop}/admin`],
    ['with a user', (shop: string) => `https://me@${shop}`],
    ['of another domain', () => `https://${hostname}`],
  ])('%s lets nobody in', async (_, dest) => {
    const headers = { authorization: `Bearer ${minted(dest(app.shop))}` };
    const answer = await app.get('/app/members?_data=routes%2Fapp.members._index', headers);
    expect([401, 302]).toContain(answer.status);
  });

  it('without an end lets nobody in', async () => {
    const endless = sessionToken(app.shop, { exp: undefined });
    const answer = await app.get('/app/members?_data=routes%2Fapp.members._index', {
      authorization: `Bearer ${endless}`,
    });
    expect([401, 302]).toContain(answer.status);
  });

  it('says who may frame the page, whatever the address says', async () => {
    const path = openingPath(app.shop).replace(`shop=${app.shop}`, 'shop=somebody-else.myshopify.com');
    const policy = (await app.get(path)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`https://${app.shop}`);
    expect(policy).not.toContain('somebody-else');
  });
});

it('answers of loaders are kept by nobody on the way', async () => {
  const headers = { authorization: `Bearer ${sessionToken(app.shop)}` };
  for (const path of [
    '/app/members?_data=routes%2Fapp.members._index',
    '/app/members/names?ids=1',
    '/app/members/emails',
    openingPath(app.shop),
  ]) {
    expect((await app.get(path, headers)).headers.get('cache-control'), path).toBe('no-store');
  }
});

it('a page without a shop is framed by nobody', async () => {
  const answer = await app.get('/auth/session-token');
  expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors');
});
