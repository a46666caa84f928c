import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { el, together, type Html } from '../pages/html.ts';
import type { SaidFact } from './say-fact.ts';
import type { SaidTerms } from './say-terms.ts';

const BELOW = { h2: 'h3', h3: 'h4' } as const;

/** Each part under its heading of the given level; what has a name stands under that. */
export function termsParts(terms: SaidTerms, language: Language, level: keyof typeof BELOW): Html {
  const { parts } = textsOf(language).terms;
  return together(
    terms.map(({ part, facts }) =>
      together([el(level, {}, parts[part]), ...facts.map((fact) => factIn(fact, BELOW[level]))]),
    ),
  );
}

function factIn({ name, sentences }: SaidFact, level: string): Html {
  const said = sentences.map((sentence) => el('p', {}, sentence));
  return name === null ? together(said) : together([el(level, {}, name), ...said]);
}
