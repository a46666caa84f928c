// What must be told before somebody joins, where points buy something and where they don't.
import { expect, test } from 'vitest';
import { fourFacts } from '#app/core/terms/four-facts.ts';
import { termsOfRules } from '#app/core/terms/terms-of-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { reward, rules } from '#tests/support/factories.ts';

const plain = (fact: string) => ({ say: 'plain', fact });
const inTerms = (of: ProgramRules) => termsOfRules(of).find(({ part }) => part === 'conversion')?.facts;

test.each([
  ['rewards', rules({ rewards: [reward()] }), 'only-rewards'],
  ['no rewards', rules(), 'no-conversion'],
])('S-86 with %s, points turn into what is there: in short and in full', (_, of, turnsInto) => {
  const facts = [plain(turnsInto), plain('no-money')];
  expect(fourFacts(of).convert).toEqual(facts);
  expect(inTerms(of)).toEqual(facts);
});
