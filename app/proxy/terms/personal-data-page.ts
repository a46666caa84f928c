// GET /proxy/personal-data: what the program knows of its members, what for and how long; and the way out of it.
import { PERSONAL_FACTS } from '#app/core/terms/personal-facts.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { readLeaving } from '#app/usecases/leaving/read-leaving.ts';
import { leavingPart } from '../leaving/leaving-part.ts';
import { el, Html, together } from '../pages/html.ts';
import { addressOf, proxyPage, type PageReader } from '../pages/proxy-page.ts';

/** The shop's own address, which its theme knows. */
const CONTACT = new Html('<a href="mailto:{{ shop.email | escape }}">{{ shop.email | escape }}</a>');

export const personalDataPage = proxyPage({ path: '/proxy/personal-data', make });

async function make(reader: PageReader): Promise<((language: Language) => Html) | null> {
  const { shopId, customerId, path } = reader;
  const held = customerId === null ? null : await readLeaving(shopId, customerId);
  if (customerId !== null && !held) return null;
  return (language) => {
    const { personalData } = textsOf(language);
    const others = LANGUAGES.filter((each) => each !== language);
    return together([
      el('h1', {}, personalData.title),
      el('p', {}, personalData.intro),
      el('h2', {}, personalData.what),
      ...PERSONAL_FACTS.map((fact) => factIn(fact, language)),
      el('p', {}, personalData.shopify),
      el('h2', {}, personalData.neverTitle),
      el('p', {}, personalData.never),
      ...rights(language),
      leavingPart(held, reader, language),
      el('p', {}, el('a', { href: addressOf(path, 'terms', language) }, personalData.terms)),
      ...others.map((other) =>
        el(
          'p',
          {},
          el('a', { href: addressOf(path, 'personal-data', other), lang: other }, personalData.otherLanguage),
        ),
      ),
    ]);
  };
}

function factIn(fact: (typeof PERSONAL_FACTS)[number], language: Language): Html {
  const { personalData: say } = textsOf(language);
  const { title, what, why, long } = say.facts[fact];
  return together([
    el('h3', {}, title),
    el('p', {}, what),
    el('p', {}, say.why(why)),
    el('p', {}, say.long(long)),
  ]);
}

function rights(language: Language): Html[] {
  const { personalData: say } = textsOf(language);
  return [
    el('h2', {}, say.rightsTitle),
    el('p', {}, say.sold),
    el('p', {}, say.profile),
    el('p', {}, say.deletion),
    el('p', {}, say.ask, ' ', CONTACT),
  ];
}
