// Versions of the terms, each with its days, what changed in it, and its whole text.
import type { TermsVersion } from '#app/core/terms/terms-versions.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { el, together, type Html } from '../pages/html.ts';
import { sayNumber } from '../say-points.ts';
import { sayFullDay } from './say-days.ts';
import { linesOf, sayTerms, type SaidTerms } from './say-terms.ts';
import { termsParts } from './terms-parts.ts';

type Wording = { currency: string; language: Language };

/** @param versions the newest first, with one more than `most` where there is one: what the last one is compared with */
export function sayVersions(
  versions: readonly TermsVersion[],
  { most, ...wording }: Wording & { most: number },
): Html {
  const said = versions.map(({ rules }) => sayTerms(rules, wording.currency, wording.language));
  return together(
    versions.slice(0, most).map((version, index) => {
      const terms = said[index] ?? [];
      return oneVersion(version, terms, said[index + 1] ?? null, wording);
    }),
  );
}

/** Every number that published these words leads here. */
function oneVersion(
  version: TermsVersion,
  terms: SaidTerms,
  before: SaidTerms | null,
  { language }: Wording,
): Html {
  const { versions } = textsOf(language).terms;
  const { numbers } = version;
  const [first = 0, ...later] = numbers;
  return el(
    'details',
    { id: `version-${first}` },
    el('summary', {}, `${versions.number(sayNumber(first, language))} (${daysOf(version, language)})`),
    ...later.map((number) => el('span', { id: `version-${number}` })),
    before && changes(linesOf(before), linesOf(terms), language),
    termsParts(terms, language, 'h3'),
  );
}

/** Of one that was replaced on the day on which it began, that day. */
function daysOf({ from, until }: TermsVersion, language: Language): string {
  const { versions } = textsOf(language).terms;
  const day = (on: string) => sayFullDay(on, language);
  if (until === null) return versions.since(day(from));
  return until === from ? versions.on(day(from)) : versions.fromUntil(day(from), day(until));
}

function changes(before: readonly string[], after: readonly string[], language: Language): Html {
  const { versions } = textsOf(language).terms;
  return together([
    listed(
      versions.added,
      after.filter((line) => !before.includes(line)),
    ),
    listed(
      versions.removed,
      before.filter((line) => !after.includes(line)),
    ),
  ]);
}

function listed(heading: string, lines: readonly string[]): Html | null {
  if (lines.length === 0) return null;
  return together([el('h3', {}, heading), el('ul', {}, ...lines.map((line) => el('li', {}, line)))]);
}
