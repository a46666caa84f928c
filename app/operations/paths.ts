// What a process answers on OPERATIONS_PORT, one line each.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerLive, answerReady } from './live-and-ready.ts';
import { answerMetrics } from './metrics.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export const OPERATIONS_PATHS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['/live', answerLive],
  ['/ready', answerReady],
  ['/metrics', answerMetrics],
]);
