// All moments of a program as one list: birthday and anniversary first, then the others.
import type { Localized } from '../values/languages.ts';
import type { MomentKind } from './kinds/moment-kinds.ts';
import type { MomentRule } from './moment-rule.ts';
import type { Moment } from './moment-rules.ts';
import { whoOf } from './who-of-moment.ts';

const TITLES: Record<MomentKind, Localized> = {
  birthday: { en: 'Your birthday', fr: 'Votre anniversaire' },
  anniversary: { en: 'A year with us', fr: 'Un an avec nous' },
};

export type HasMoments = { occasions: readonly Moment[]; moments?: readonly MomentRule[] | undefined };

export function momentsOf({ occasions, moments = [] }: HasMoments): MomentRule[] {
  return [...occasions.map(asMoment), ...moments];
}

/** Its key is its kind. */
function asMoment(moment: Moment): MomentRule {
  const { kind, offer, daysBefore, daysAfter, waitDays } = moment;
  const common = {
    key: kind,
    title: TITLES[kind],
    who: whoOf(moment),
    offers: [offer],
    openDays: Math.max(1, daysAfter),
  };
  return kind === 'birthday'
    ? { ...common, kind, when: { daysBefore, daysAfter, waitDays } }
    : { ...common, kind, when: { daysBefore, daysAfter } };
}
