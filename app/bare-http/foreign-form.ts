import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser says that a page of another origin sends this form, or one without any. Remix takes that for a forgery
 * and throws, which would be a failure of ours; requests of its own for data come with a session token, and are let by.
 */
export function isForeignForm({
  method,
  headers,
  url = '',
}: Pick<IncomingMessage, 'method' | 'headers' | 'url'>): boolean {
  const { origin } = headers;
  if (method === 'GET' || method === 'HEAD' || !origin || isForData(url)) return false;
  const forwarded = [headers['x-forwarded-host'] ?? ''].flat().join(',').split(',')[0]?.trim();
  return !URL.canParse(origin) || new URL(origin).host !== (forwarded || headers.host);
}

const isForData = (url: string): boolean => new URL(`http://host.invalid${url}`).searchParams.has('_data');
