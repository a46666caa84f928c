// What was refused, by reason: a line a minute where anything was, so that a wrong secret shows, and nobody can fill a log.
// Reasons are our own words; nothing of what was sent is said.
import { log } from '#app/log.server.ts';

const EVERY_MS = 60_000;

type Where = 'webhook' | 'proxy' | 'page';

let refused = new Map<string, number>();
let webhooks = new Map<number, number>();
let timer: NodeJS.Timeout | undefined;

export function countRefusal(where: Where, status: number, reason: string): void {
  const key = `${where} ${status} ${reason}`;
  refused.set(key, (refused.get(key) ?? 0) + 1);
  timer ??= setTimeout(tell, EVERY_MS).unref();
}

/** Every webhook by its status, so that the line says how many of them were refused. */
export function countWebhook(status: number): void {
  webhooks.set(status, (webhooks.get(status) ?? 0) + 1);
}

function tell(): void {
  log.warn(takeCounts(), 'refused since the last such line');
}

/** What was counted since the last time. */
export function takeCounts(): { refused: Record<string, number>; webhooks: Record<string, number> } {
  const counts = { refused: Object.fromEntries(refused), webhooks: Object.fromEntries(webhooks) };
  clearTimeout(timer);
  timer = undefined;
  refused = new Map();
  webhooks = new Map();
  return counts;
}
