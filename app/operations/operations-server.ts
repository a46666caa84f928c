// A small server for operators, beside the public one and in workers. Off without OPERATIONS_PORT; on this machine alone
// unless OPERATIONS_HOST says otherwise, because what it tells is nobody else's business.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { limitedServer } from '#app/bare-http/limited-server.ts';
import { pathOf } from '#app/bare-http/path-of.ts';
import { config } from '#app/config.server.ts';
import { log } from '#app/log.server.ts';
import { OPERATIONS_PATHS } from './paths.ts';

const LIMITS = { receiveMs: 5_000, lookMs: 1_000, connections: 100 };

/** Null where none is wanted. A port that is taken is said, and keeps the process from nothing. */
export function startOperations(): Server | null {
  const { operations } = config();
  if (!operations) return null;
  const server = limitedServer((request, response) => void answerOperations(request, response), LIMITS);
  server.on('error', (err) => log.error({ err, ...operations }, 'nobody answers operators'));
  server.listen(operations.port, operations.host, () => {
    log.info({ operations: server.address() }, 'answering operators');
  });
  // Whoever still waits for an answer of this one keeps no process from ending.
  return server.unref();
}

/** Answers GET and HEAD of the listed paths; 404, 405 or 500 otherwise. */
async function answerOperations(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = OPERATIONS_PATHS.get(pathOf(request));
  try {
    if (!answer) response.writeHead(404).end();
    else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
    else await answer(request, response);
  } catch (err) {
    log.error({ err, path: pathOf(request) }, 'an answer for operators failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}
