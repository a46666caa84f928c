// GET /proxy/terms: how the program works, in sentences made from the rules, with every version that was ever in force.
import { termsVersions, type TermsVersion } from '#app/core/terms/terms-versions.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { readTerms } from '#app/usecases/terms/read-terms.ts';
import { el, together, type Html } from '../pages/html.ts';
import { addressOf, proxyPage, type PageReader } from '../pages/proxy-page.ts';
import { sayFullDay } from './say-days.ts';
import { linesOf, sayFourFacts, sayTerms } from './say-terms.ts';
import { sayVersions } from './say-versions.ts';
import { termsParts } from './terms-parts.ts';

/** Versions of one page: each is a whole text. */
const VERSIONS_AT_ONCE = 20;

export const termsPage = proxyPage({ path: '/proxy/terms', make });

async function make({ shopId, path, query }: PageReader): Promise<((language: Language) => Html) | null> {
  const read = await readTerms(shopId);
  if (!read) return null;
  const { currency, timeZone, versions } = read;
  const words = (language: Language) => (rules: TermsVersion['rules']) =>
    linesOf(sayTerms(rules, currency, language)).join('\n');
  const all = termsVersions(versions, timeZone, (rules) =>
    LANGUAGES.map((each) => words(each)(rules)).join('\n'),
  );
  const first = firstOf(query, all);
  return (language) => {
    const { terms } = textsOf(language);
    const [current] = all;
    if (!current) return el('h1', {}, terms.title);
    const older = all[first + VERSIONS_AT_ONCE];
    return together([
      el('h1', {}, terms.title),
      el('p', {}, terms.inForceSince(sayFullDay(current.from, language))),
      first === 0 && inShort(current, currency, language),
      first === 0 && termsParts(sayTerms(current.rules, currency, language), language, 'h2'),
      el('h2', {}, terms.versions.title),
      sayVersions(all.slice(first, first + VERSIONS_AT_ONCE + 1), {
        currency,
        language,
        most: VERSIONS_AT_ONCE,
      }),
      older !== undefined &&
        link(addressOf(path, 'terms', language, `&upto=${newestOf(older)}`), terms.versions.older),
      link(addressOf(path, 'personal-data', language), terms.data),
      ...others(language).map((other) => link(addressOf(path, 'terms', other), terms.otherLanguage, other)),
    ]);
  };
}

const newestOf = ({ numbers }: TermsVersion): number => numbers.at(-1) ?? 0;
const others = (language: Language) => LANGUAGES.filter((each) => each !== language);

/** Where the page that was asked for begins; what isn't there is the beginning. */
function firstOf(query: URLSearchParams, all: readonly TermsVersion[]): number {
  const upTo = query.get('upto');
  return Math.max(
    0,
    all.findIndex((version) => String(newestOf(version)) === upTo),
  );
}

function link(href: string, text: string, language?: Language): Html {
  return el('p', {}, el('a', { href, ...(language && { lang: language }) }, text));
}

function inShort({ rules }: TermsVersion, currency: string, language: Language): Html {
  const { terms } = textsOf(language);
  const said = sayFourFacts(rules, currency, language).flatMap(({ fact, sentences }) => [
    el('dt', {}, terms.four[fact]),
    ...sentences.map((sentence) => el('dd', {}, sentence)),
  ]);
  return together([el('h2', {}, terms.fourTitle), el('dl', {}, ...said)]);
}
