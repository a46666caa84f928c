import type { IncomingMessage } from 'node:http';

/** Hosts as names and addresses write them, with a port or without. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Whether what a request says of its own address can be one: host, forwarded host and protocol, its path, and the `host` of
 * Shopify's admin (base64). Whoever reads it later throws over anything else.
 */
export function hasReadableAddress({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  const forwarded = headers['x-forwarded-host'];
  // Each of a list: whoever reads one of them takes its name from the first, and its port from the last.
  const hosts = [headers.host ?? '', ...[forwarded ?? []].flat().flatMap((list) => list.split(','))];
  const protocol = [headers['x-forwarded-proto'] ?? 'http'].flat().join(',').split(',')[0]?.trim();
  if (!hosts.every((host) => isHost(host.trim()))) return false;
  if (protocol !== 'http' && protocol !== 'https') return false;
  return isPath(url);
}

const isHost = (host: string): boolean => HOST.test(host) && URL.canParse(`http://${host}`);

function isPath(url: string): boolean {
  if (!url.startsWith('/') || !URL.canParse(`http://host.invalid${url}`)) return false;
  const { pathname, searchParams } = new URL(`http://host.invalid${url}`);
  const admin = searchParams.getAll('host');
  return isDecodable(pathname) && admin.every(isAdminHost);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Empty where a link has lost it: then there is nothing to read. */
function isAdminHost(base64: string): boolean {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return (
    base64 === '' || (/^[a-z0-9.-]+(?::\d+)?(?:\/[\w./-]*)?$/i.test(text) && URL.canParse(`https://${text}`))
  );
}
