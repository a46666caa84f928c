// What webhooks were answered, and what was refused, by reason: counted in one place, for the metrics and for a line a minute
// where anything was refused, so that a wrong secret shows, and nobody can fill a log. Reasons are our own words; nothing of
// what was sent is said.
import { log } from '#app/log.server.ts';
import { withoutLogContext } from '#app/log-context.ts';

const EVERY_MS = 60_000;

type Where = 'webhook' | 'proxy' | 'page';
type Refusal = { where: Where; status: number; reason: string };
/** `topics`: the last part of a webhook's path, one for several topics of Shopify's. */
type Answer = { topics: string; status: number };
/** `told`: as many of them as the last line a minute knew. */
type Tally<T> = { of: T; count: number; told: number };

const refusals = new Map<string, Tally<Refusal>>();
const answers = new Map<string, Tally<Answer>>();
let timer: NodeJS.Timeout | undefined;

function countOne<T>(tallies: Map<string, Tally<T>>, key: string, of: T): void {
  const tally = tallies.get(key);
  if (tally) tally.count += 1;
  else tallies.set(key, { of, count: 1, told: 0 });
}

export function countRefusal(where: Where, status: number, reason: string): void {
  countOne(refusals, `${where} ${status} ${reason}`, { where, status, reason });
  timer ??= withoutLogContext(() => setTimeout(tell, EVERY_MS).unref());
}

/** Every webhook by its status, so that the line says how many of them were refused. */
export function countWebhook(topics: string, status: number): void {
  countOne(answers, `${topics} ${status}`, { topics, status });
}

/** Since the process began. */
export function allCounts(): { refused: Iterable<Tally<Refusal>>; webhooks: Iterable<Tally<Answer>> } {
  return { refused: refusals.values(), webhooks: answers.values() };
}

function tell(): void {
  log.warn(takeCounts(), 'refused since the last such line');
}

/** What was counted since the last time. */
export function takeCounts(): { refused: Record<string, number>; webhooks: Record<string, number> } {
  clearTimeout(timer);
  timer = undefined;
  const refused = newOf(refusals, ({ where, status, reason }) => `${where} ${status} ${reason}`);
  return { refused, webhooks: newOf(answers, ({ status }) => String(status)) };
}

function newOf<T>(tallies: Map<string, Tally<T>>, nameOf: (of: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const tally of tallies.values()) {
    const since = tally.count - tally.told;
    tally.told = tally.count;
    if (since > 0) counts[nameOf(tally.of)] = (counts[nameOf(tally.of)] ?? 0) + since;
  }
  return counts;
}
