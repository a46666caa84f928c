// The raw body, because the signature is over its bytes. Reading stops where a body gets too big, or where strangers
// together hold too much: nothing of it is signed before the last byte is there.
import type { IncomingMessage } from 'node:http';

/** `busy`: too many bytes are being read for others just now. */
export type RawBody = Buffer | 'too-big' | 'busy' | 'aborted';

/** Bytes of bodies that are being read, over all connections. */
export const MOST_HELD = 64 * 1024 * 1024;

let held = 0;

export function readBody(request: IncomingMessage, maxBytes: number, mostHeld = MOST_HELD): Promise<RawBody> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes) return Promise.resolve('too-big');
  if (held + announced > mostHeld) return Promise.resolve('busy');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    const settle = (body: RawBody): void => {
      if (settled) return;
      settled = true;
      held -= size;
      request.removeAllListeners('data');
      resolve(body);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      held += chunk.length;
      if (size > maxBytes) settle('too-big');
      else if (held > mostHeld) settle('busy');
      else chunks.push(chunk);
    });
    request.on('end', () =>
      settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)),
    );
    request.on('error', () => settle('aborted'));
    request.on('close', () => settle('aborted'));
  });
}
