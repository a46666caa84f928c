// What the home page says, as text. Made on the server: a browser's own idea of a language's spaces would differ.
import { currencyExponent } from '#app/core/money.ts';
import type { Language, ProgramRules } from '#app/core/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';

export type HomeContent = {
  title: string;
  shop: string;
  program: string;
  rule: string;
  facts: { name: string; value: string }[];
  empty: string | null;
};

export type HomeFacts = {
  shop: string;
  currency: string;
  rules: ProgramRules;
  members: number;
  pointsGiven: bigint;
};

export function homeContent(facts: HomeFacts, language: Language): HomeContent {
  const texts = textsOf(language);
  const number = new Intl.NumberFormat(language);
  return {
    title: texts.title,
    shop: facts.shop,
    program: texts.program,
    rule: ruleSentence(facts, language),
    facts: [
      { name: texts.members, value: number.format(facts.members) },
      { name: texts.pointsGiven, value: number.format(facts.pointsGiven) },
    ],
    empty: facts.members === 0 ? texts.noMembers : null,
  };
}

/** "1 point for every €1.00 spent." */
function ruleSentence({ rules, currency }: HomeFacts, language: Language): string {
  const { points, perMinor } = rules.earn;
  const names = rules.names[language];
  const name = new Intl.PluralRules(language).select(points) === 'one' ? names.one : names.other;
  const count = new Intl.NumberFormat(language).format(points);
  return textsOf(language).rule(`${count} ${name}`, money(perMinor, currency, language));
}

function money(minor: number, currency: string, language: Language): string {
  const digits = currencyExponent(currency);
  const format = { style: 'currency', currency, minimumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, { ...format, maximumFractionDigits: digits }).format(
    minor / 10 ** digits,
  );
}
