// Moments that are ready to be used: what the gallery shows. Their words are in the texts, under their key; adding one begins a moment of
// its kind with these values.
import type { CauseKind } from '../moments/causes/cause-kinds.ts';
import { YES, emptyMoment, emptyOffer, type MomentRuleForm } from './moment-rule-form.ts';

export const READY_GROUPS = ['first-steps', 'coming-back', 'celebrate', 'quiet', 'wrong'] as const;
export type ReadyGroup = (typeof READY_GROUPS)[number];

type Declared = {
  key: string;
  group: ReadyGroup;
  kind: CauseKind;
  /** Of what differs from the kind's first values. */
  begin?: (form: MomentRuleForm) => MomentRuleForm;
};

const withWhen = (when: Record<string, string>) => (form: MomentRuleForm) => ({
  ...form,
  when: { ...form.when, ...when },
});
const withTask = (task: 'packing' | 'note' | 'call') => ({ ...emptyOffer('task'), task });

const READY = [
  { key: 'welcome', group: 'first-steps', kind: 'joined' },
  {
    key: 'first-order',
    group: 'first-steps',
    kind: 'nth-order',
    begin: (form) => ({ ...withWhen({ n: '1' })(form), offers: [withTask('packing')] }),
  },
  { key: 'newsletter', group: 'first-steps', kind: 'newsletter' },
  {
    key: 'third-order',
    group: 'coming-back',
    kind: 'nth-order',
    begin: (form) => ({
      ...form,
      offers: [emptyOffer('points', '50'), emptyOffer('reward'), emptyOffer('reward')],
    }),
  },
  { key: 'every-fifth', group: 'coming-back', kind: 'nth-order', begin: withWhen({ n: '5', every: YES }) },
  { key: 'another-birthday', group: 'celebrate', kind: 'birthday' },
  { key: 'another-anniversary', group: 'celebrate', kind: 'anniversary' },
  { key: 'own-day', group: 'celebrate', kind: 'life-date' },
  {
    key: 'note',
    group: 'celebrate',
    kind: 'nth-order',
    begin: (form) => ({ ...withWhen({ n: '10' })(form), offers: [withTask('note')] }),
  },
  { key: 'by-hand', group: 'celebrate', kind: 'by-hand' },
  {
    key: 'arrived',
    group: 'coming-back',
    kind: 'parcel-arrived',
    begin: (form) => ({ ...form, offers: [] }),
  },
  {
    key: 'quiet',
    group: 'quiet',
    kind: 'silent',
    begin: (form) => ({ ...form, offers: [emptyOffer('reward')] }),
  },
  { key: 'late', group: 'wrong', kind: 'parcel-late' },
] as const satisfies readonly Declared[];

export type ReadyKey = (typeof READY)[number]['key'];
export type ReadyMade = Declared & { key: ReadyKey };
export const READY_MADE: readonly ReadyMade[] = READY;

export function readyMade(key: string): ReadyMade | null {
  return READY_MADE.find((one) => one.key === key) ?? null;
}

export function beginMoment(ready: Declared, title: MomentRuleForm['title']): MomentRuleForm {
  const form = emptyMoment(ready.kind, title);
  return ready.begin?.(form) ?? form;
}

/** Rewards that are still to be chosen are these, each once, as far as they go. */
export function withRewards(form: MomentRuleForm, rewards: readonly { key: string }[]): MomentRuleForm {
  const left = [...rewards];
  const offers = form.offers.map((offer) =>
    offer.kind === 'reward' && offer.reward === '' ? { ...offer, reward: left.shift()?.key ?? '' } : offer,
  );
  return { ...form, offers };
}
