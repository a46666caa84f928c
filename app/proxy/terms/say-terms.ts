// The terms of one version in words.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { FOUR_FACTS, fourFacts, type FourFact } from '#app/core/terms/four-facts.ts';
import type { TermsPart } from '#app/core/terms/terms-fact.ts';
import { termsOfRules } from '#app/core/terms/terms-of-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { sayFact, type SaidFact } from './say-fact.ts';

export type SaidTerms = { part: TermsPart; facts: SaidFact[] }[];

export function sayTerms(rules: ProgramRules, currency: string, language: Language): SaidTerms {
  const wording = { language, currency, names: rules.names };
  return termsOfRules(rules).map(({ part, facts }) => ({
    part,
    facts: facts.map((fact) => sayFact(fact, wording)),
  }));
}

/** Of each of the four, the sentences that say it at once: of a reward, what it costs and gives. */
export function sayFourFacts(
  rules: ProgramRules,
  currency: string,
  language: Language,
): { fact: FourFact; sentences: string[] }[] {
  const wording = { language, currency, names: rules.names };
  const facts = fourFacts(rules);
  return FOUR_FACTS.map((fact) => ({
    fact,
    sentences: facts[fact].flatMap((each) => sayFact(each, wording).sentences.slice(0, 1)),
  }));
}

/** Each sentence with the name that it belongs to: what two versions are compared by. */
export function linesOf(terms: SaidTerms): string[] {
  return terms.flatMap(({ facts }) =>
    facts.flatMap(({ name, sentences }) =>
      sentences.map((sentence) => (name === null ? sentence : `${name}: ${sentence}`)),
    ),
  );
}
