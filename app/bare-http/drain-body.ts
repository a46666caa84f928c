// Answers before a request's body was read.
import type { IncomingMessage } from 'node:http';

/** The time for which a refused sender may go on sending before the connection is cut. */
const LINGER_MS = 500;

/** Cutting at once would lose the answer that was just written, so the rest is let go by for a moment. */
export function drainBody(request: IncomingMessage): void {
  request.resume();
  const cut = setTimeout(() => request.destroy(), LINGER_MS).unref();
  request.once('end', () => clearTimeout(cut));
}
