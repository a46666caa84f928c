// The raw body, because the signature is over its bytes. Reading stops where a body gets too big, or where strangers
// together hold too much: nothing of it is signed before the last byte is there.
import type { IncomingMessage } from 'node:http';

/** `busy`: it had come slower than others that came after it, when all together held too many bytes. */
export type RawBody = Buffer | 'too-big' | 'busy' | 'aborted';

/** Bytes of bodies that are being read, over all connections. */
const MOST_HELD = 64 * 1024 * 1024;

/** What each piece takes besides its bytes: sent one byte at a time, a body takes some hundred times its size. */
const PIECE_BYTES = 512;
/** Pieces of a network's own size never come near. */
const SLACK_BYTES = 64 * 1024;

let held = 0;
/** Gives one of them up; the longest there first. */
const reading = new Set<() => void>();

/** Whoever has sent for the longest makes room: a sender who lingers must not keep out those who are done in a moment. */
function makeRoom(mostHeld: number): void {
  for (const giveUp of reading) {
    if (held <= mostHeld) return;
    giveUp();
  }
}

export function readBody(request: IncomingMessage, maxBytes: number, mostHeld = MOST_HELD): Promise<RawBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-big');
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    let taken = 0;
    const giveUp = (): void => settle(() => 'busy');
    const settle = (body: () => RawBody): void => {
      if (!reading.delete(giveUp)) return;
      held -= taken;
      request.removeAllListeners('data');
      resolve(body());
    };
    reading.add(giveUp);
    request.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      taken += piece.length + PIECE_BYTES;
      held += piece.length + PIECE_BYTES;
      if (size > maxBytes || taken > 2 * maxBytes + SLACK_BYTES) settle(() => 'too-big');
      else makeRoom(mostHeld);
    });
    request.on('end', () => settle(() => joined(pieces, size)));
    request.on('error', () => settle(() => 'aborted'));
    request.on('close', () => settle(() => 'aborted'));
  });
}

function joined(pieces: readonly Buffer[], size: number): Buffer {
  const [first] = pieces;
  return pieces.length === 1 && first ? first : Buffer.concat(pieces, size);
}
