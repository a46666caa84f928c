import { EMBEDS, GROUP, plainPage, SOMEWHERE } from '#app/core/storefront/theme-seen.ts';
import type { Texts } from '#app/locales/en.ts';

type Words = Texts['whereSeen'];

/** A page of the theme as merchants call it. */
export function pageName(page: string, words: Words): string {
  if (page === EMBEDS) return words.embeds;
  if (page === SOMEWHERE) return words.somewhere;
  const group = page.startsWith(GROUP) ? page.slice(GROUP.length) : null;
  if (group !== null) return isNamed(words.groups, group) ? words.groups[group] : words.everyPage;
  const usual = plainPage(page);
  if (!isNamed(words.pages, usual)) return words.otherPage(page);
  const name = words.pages[usual];
  return page === usual ? name : words.ofTemplate(name, page.slice(usual.length + 1));
}

function isNamed<K extends string>(names: Readonly<Record<K, string>>, name: string): name is K {
  return Object.hasOwn(names, name);
}
