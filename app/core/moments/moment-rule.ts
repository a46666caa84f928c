// A moment of the program: because of what, who gets what, and how many days it is open. Birthday and anniversary, one each, stand in a
// list of their own, `occasions`, from before there were others.
import { z } from 'zod';
import { holdoutRule } from '../holdouts/holdout.ts';
import { rewardKey } from '../values/shapes.ts';
import { inEachLanguage, localized } from '../values/languages.ts';
import { MOST_MINOR } from '../values/money.ts';
import { MOST_POINTS } from '../values/units.ts';
import { whoRules } from '../who/who.ts';
import { CAUSES } from './causes/cause-kinds.ts';
import { whenSchema, type Fields, type When } from './causes/cause-kind.ts';
import { isTakenKey } from './moment-keys.ts';

export const MOMENT_LIMITS = { moments: 20, openDays: 365, choices: 4, words: 600, taskWords: 200 } as const;

/** What a task asks the merchant to do. */
export const TASK_OFFERS = ['note', 'call', 'packing'] as const;

const ruleOffer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), points: z.int().min(1).max(MOST_POINTS) }),
  z.object({ kind: z.literal('reward'), key: rewardKey }),
  z.object({
    kind: z.literal('task'),
    task: z.enum(TASK_OFFERS),
    words: z.string().trim().min(1).max(MOMENT_LIMITS.taskWords),
  }),
]);
/** One thing that a moment brings. */
export type Offer = z.infer<typeof ruleOffer>;

const momentWords = inEachLanguage(z.string().trim().min(1).max(MOMENT_LIMITS.words));

const common = {
  /** In causes, for ever; never given to a second one. */
  key: rewardKey.refine((key) => !isTakenKey(key)),
  /** What shoppers read: "Your third order". */
  title: localized,
  /** All of them hold; none: everybody. */
  who: whoRules,
  /** Several: the shopper chooses one. None where the words are all. */
  offers: z.array(ruleOffer).max(MOMENT_LIMITS.choices),
  /** For so many days it can be chosen, and a reward used. */
  openDays: z.int().min(1).max(MOMENT_LIMITS.openDays),
  /** Of all that it ever gives; reached, it gives no more. */
  ceiling: z.object({ of: z.enum(['points', 'minor']), most: z.int().min(1).max(MOST_MINOR) }).optional(),
  holdout: holdoutRule.optional(),
  advice: momentWords.optional(),
  consent: momentWords.optional(),
};

type RuleSchema<C> = C extends { key: infer K extends string; fields: infer F extends Fields }
  ? z.ZodObject<typeof common & { kind: z.ZodLiteral<K>; when: z.ZodType<When<F>> }>
  : never;
type Schemas<C extends readonly unknown[]> = { [I in keyof C]: RuleSchema<C[I]> };

const schemas = CAUSES.map(({ key, fields }) =>
  z.object({ ...common, kind: z.literal(key), when: whenSchema(fields) }),
) as unknown as Schemas<typeof CAUSES>;

const momentRule = z.discriminatedUnion('kind', schemas);
export type MomentRule = z.infer<typeof momentRule>;

/** Absent in rules from before there were any, and where there are none. */
export const momentRuleList = z.array(momentRule).max(MOMENT_LIMITS.moments);
