// Moments as the merchant types them: text, so that what was typed is never lost.
import { z } from 'zod';
import type { FormWording } from './picked.ts';
import { amountText } from '../values/amount-text.ts';
import { byLanguage, inEachLanguage } from '../values/languages.ts';
import { formOfHoldout, holdoutForm, NO_HOLDOUT } from './holdout-form.ts';
import { formOfWho, whoForm } from './who-form.ts';
import { CAUSE_KINDS, causeOf, type CauseKind } from '../moments/causes/cause-kinds.ts';
import { TASK_OFFERS, type MomentRule, type Offer } from '../moments/moment-rule.ts';

const text = z.string().max(1_000);

const offerForm = z.object({
  kind: z.enum(['points', 'reward', 'task']),
  points: text,
  /** A key of the program's rewards; empty: none chosen yet. */
  reward: text,
  task: z.enum(TASK_OFFERS),
  words: text,
});
export type OfferForm = z.infer<typeof offerForm>;

const momentRuleForm = z.object({
  /** Empty for a moment that was never saved. */
  key: text,
  kind: z.enum(CAUSE_KINDS as [CauseKind, ...CauseKind[]]),
  title: inEachLanguage(text),
  /** By the kind's fields: a number as it was typed, a switch as `yes` or nothing. */
  when: z.record(text, text),
  who: whoForm,
  offers: z.array(offerForm).max(20),
  openDays: text,
  ceilingOf: z.enum(['none', 'points', 'minor']),
  /** Points, or money in the currency's major unit. */
  ceiling: text,
  advice: inEachLanguage(text),
  consent: inEachLanguage(text),
  /** Missing in what a page of an older version sends: it stays as it is. */
  holdout: holdoutForm.optional(),
});
export type MomentRuleForm = z.infer<typeof momentRuleForm>;

export const momentRulesForm = z.array(momentRuleForm).max(100);

export const YES = 'yes';
const NO_WORDS = byLanguage(() => '');

export function emptyOffer(kind: OfferForm['kind'], points = ''): OfferForm {
  return { kind, points, reward: '', task: 'packing', words: '' };
}

function formOfOffer(offer: Offer): OfferForm {
  switch (offer.kind) {
    case 'points':
      return emptyOffer('points', String(offer.points));
    case 'reward':
      return { ...emptyOffer('reward'), reward: offer.key };
    case 'task':
      return { ...emptyOffer('task'), task: offer.task, words: offer.words };
  }
}

export function formOfMomentRules(moments: readonly MomentRule[], wording: FormWording): MomentRuleForm[] {
  return moments.map((moment): MomentRuleForm => {
    const { ceiling } = moment;
    const most =
      ceiling &&
      (ceiling.of === 'points' ? String(ceiling.most) : amountText(ceiling.most, wording.currency));
    return {
      key: moment.key,
      kind: moment.kind,
      title: { ...moment.title },
      when: typedWhen(moment.when),
      who: formOfWho(moment.who, wording),
      offers: moment.offers.map(formOfOffer),
      openDays: String(moment.openDays),
      ceilingOf: ceiling?.of ?? 'none',
      ceiling: most ?? '',
      advice: { ...(moment.advice ?? NO_WORDS) },
      consent: { ...(moment.consent ?? NO_WORDS) },
      holdout: formOfHoldout(moment.holdout),
    };
  });
}

function typedWhen(when: Readonly<Record<string, number | boolean>>): Record<string, string> {
  const typed = (value: number | boolean) => (typeof value === 'number' ? String(value) : value ? YES : '');
  return Object.fromEntries(Object.entries(when).map(([name, value]) => [name, typed(value)]));
}

/** A moment that the merchant adds, with the first values of its kind. */
export function emptyMoment(kind: CauseKind, title: MomentRule['title']): MomentRuleForm {
  const { fields, first } = causeOf(kind);
  const when = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.first]));
  return {
    key: '',
    kind,
    title: { ...title },
    when: typedWhen(when),
    who: [],
    offers: [emptyOffer('points', String(first.points))],
    openDays: String(first.openDays),
    ceilingOf: 'none',
    ceiling: '',
    advice: { ...NO_WORDS },
    consent: { ...NO_WORDS },
    holdout: NO_HOLDOUT,
  };
}
