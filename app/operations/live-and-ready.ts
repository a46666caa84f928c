// Two questions that operators ask a process. Live: does it turn? Whoever gets no answer starts it anew. Ready: may it be
// sent work? In an outage of the database the answer is no, and starting anew would help nobody.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { withTimeout } from '#app/bare-http/with-timeout.ts';
import { pingDatabase } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { phaseNow } from './phase.ts';

/** Whoever asks waits no longer, whatever the database does. */
const ANSWER_MS = 2_000;

/** 200, without asking anybody. */
export function answerLive(_request: IncomingMessage, response: ServerResponse): void {
  answer(response, true);
}

/** 200 or 503, within two seconds. */
export async function answerReady(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  answer(response, phaseNow() === 'running' && (await databaseAnswers()));
}

async function databaseAnswers(): Promise<boolean> {
  try {
    await withTimeout(ANSWER_MS, pingDatabase());
    return true;
  } catch (err) {
    log.warn({ err }, 'the database does not answer');
    return false;
  }
}

function answer(response: ServerResponse, ok: boolean): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(ok ? 200 : 503, headers).end(JSON.stringify({ ok }));
}
