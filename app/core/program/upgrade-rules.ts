// Rules are stored for ever, so every shape that was ever published goes on meaning what it meant.
import { z } from 'zod';
import { byLanguage, FIRST_LANGUAGE } from '../values/languages.ts';
import { programRules, type ProgramRules } from './program-rules.ts';
import { UnreadableRules } from './unreadable-rules.ts';

/** Words that rules lack in a language that is younger than they are come from the first language. */
const spoken = z.record(z.string(), z.unknown()).transform((said) => ({
  ...said,
  ...byLanguage((language) => said[language] ?? said[FIRST_LANGUAGE]),
}));

const inAllLanguages = z.looseObject({
  names: spoken,
  cards: z.array(z.looseObject({ title: spoken })),
  rewards: z.array(z.looseObject({ title: spoken })).optional(),
  moments: z
    .array(z.looseObject({ title: spoken, advice: spoken.optional(), consent: spoken.optional() }))
    .optional(),
});

/**
 * Rules in whatever shape they were written; a setting that is younger than they are has the value that changes nothing.
 * A shape 2 adds a step from shape 1 here, and no reader changes.
 * SQL asks stored rules only whether they have `cards`, `occasions` and `moments` (which shops' jobs to ring): a shape that moves these
 * mends shopsWithDiscounts, shopsWithBirthdays and shopsToSweep as well.
 * @throws UnreadableRules where they are none
 */
export function upgradeRules(stored: unknown): ProgramRules {
  const said = inAllLanguages.safeParse(stored);
  const upgraded = said.success ? programRules.safeParse(said.data) : said;
  if (!upgraded.success) throw new UnreadableRules(upgraded.error);
  return upgraded.data;
}
