// A comparison begins with the publish that brings it. Its share and its planned day belong to it: with another of either another one
// begins, with other lots, because what was half seen must not decide how long one looks.
import type { Holdout } from './holdout.ts';

type Moment = { readonly key: string; readonly holdout?: Holdout | undefined };
type Rules<M> = { readonly moments?: readonly M[] | undefined };

/** @param before the rules that are published now @param version the number that these get */
export function freezeHoldouts<M extends Moment, R extends Rules<M>>(
  rules: R,
  before: Rules<Moment>,
  version: number,
): R {
  if (!rules.moments?.some(({ holdout }) => holdout)) return rules;
  const moments = rules.moments.map((moment) => {
    if (!moment.holdout) return moment;
    const running = before.moments?.find(({ key }) => key === moment.key)?.holdout;
    const goesOn = running !== undefined && isSame(running, moment.holdout);
    return { ...moment, holdout: { ...moment.holdout, salt: goesOn ? running.salt : String(version) } };
  });
  return { ...rules, moments };
}

/** Share and planned day. */
export function isSame(one: Omit<Holdout, 'salt'>, other: Omit<Holdout, 'salt'>): boolean {
  return one.percent === other.percent && one.until === other.until;
}
