// A server that stops without cutting anybody off. Whoever keeps a connection is told to close it with the next answer;
// new requests are taken until whoever sends them knows; what is under way is answered.
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 20;
/** For requests of which a part is still to come when nothing new is taken any more. */
const HALF_SENT_MS = 1_000;

export type Stopping = {
  /** New requests are taken for so long. */
  delayMs: number;
  /** Then what is under way may take so long. */
  graceMs: number;
};

/** @returns what stops the server; it resolves when no connection is left. */
export function stoppableServer(server: Server): (stopping: Stopping) => Promise<void> {
  const answering = new Set<ServerResponse>();
  let closing = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (closing) response.shouldKeepAlive = false;
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  return async ({ delayMs, graceMs }) => {
    closing = true;
    for (const response of answering) response.shouldKeepAlive = false;
    await sleep(delayMs);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await untilAnswered(answering, graceMs);
    server.closeAllConnections();
    await closed;
  };
}

/** A request that has come whole is waited for, one of which a part is missing only for a moment. */
async function untilAnswered(answering: ReadonlySet<ServerResponse>, graceMs: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < graceMs; waitedMs += LOOK_MS) {
    const waitFor = [...answering].filter(({ req }) => req.complete || waitedMs < HALF_SENT_MS);
    if (waitFor.length === 0) return;
    await sleep(LOOK_MS);
  }
}
