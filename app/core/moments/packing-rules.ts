// "A jar with the first order": what goes into the parcel of which order. An order goes by the program as it was when it was placed.
import { isMomentPaused } from './paused-moments.ts';
import type { MomentRule } from './moment-rule.ts';

type NthOrder = Extract<MomentRule, { kind: 'nth-order' }>;
export type PackingRule = Pick<NthOrder, 'key' | 'title' | 'who'> & NthOrder['when'] & { words: string };

type Published = {
  number: number;
  rules: {
    moments?: readonly MomentRule[] | undefined;
    paused?: true | undefined;
    pausedMoments?: readonly string[] | undefined;
  };
};

/** By the version's number; versions without any aren't in it. */
export function packingRules(versions: readonly Published[]): Map<number, PackingRule[]> {
  const found = versions.map(({ number, rules }) => [number, packingOf(rules)] as const);
  return new Map(found.filter(([, rules]) => rules.length > 0));
}

/** Nothing while the program is paused, or the moment is. */
function packingOf({ moments = [], paused, ...rules }: Published['rules']): PackingRule[] {
  const running = paused ? [] : moments.filter(({ key }) => !isMomentPaused(rules, key));
  return running.flatMap((moment) => packingRule(moment) ?? []);
}

/** Null of a moment that gives something else: it is due by other ways than a parcel's. */
export function packingRule(moment: MomentRule): PackingRule | null {
  if (moment.kind !== 'nth-order') return null;
  const { key, title, who, when, offers } = moment;
  const [only] = offers;
  if (only?.kind !== 'task' || only.task !== 'packing') return null;
  return { key, title, who, ...when, words: only.words };
}
