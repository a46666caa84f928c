// A browser of few words: keeps cookies, follows redirects, posts forms.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';

export type Served = { url: string; close(): Promise<void> };

/** Serves an Express app or router on a free port. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
  return { url: `http://127.0.0.1:${port}`, close };
}

export type Answer = { status: number; path: string; html: string };

export type Visitor = {
  get(path: string): Promise<Answer>;
  /** Posts a form and follows the redirect. */
  post(path: string, fields?: Record<string, string>): Promise<Answer>;
};

export function visitor(origin: string): Visitor {
  const cookies = new Map<string, string>();
  async function go(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(origin + path, { ...init, headers: { cookie }, redirect: 'manual' });
    response.headers.getSetCookie().forEach((line) => remember(cookies, line));
    const next = response.headers.get('location');
    if (next !== null) return go(next, {});
    return { status: response.status, path, html: await response.text() };
  }
  return {
    get: (path) => go(path, {}),
    post: (path, fields = {}) => go(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

function remember(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split('=');
  const gone = attributes.some((one) => one.startsWith('Expires=Thu, 01 Jan 1970'));
  if (gone) cookies.delete(name);
  else cookies.set(name, value);
}
