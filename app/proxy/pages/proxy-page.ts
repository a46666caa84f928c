// A page that we put into the shop's theme: who asks is admitted, and what is answered is Liquid that the theme renders.
import { now } from '#app/clock.server.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Texts } from '#app/locales/en.ts';
import type { ProxyCaller } from '#app/shopify/signatures/proxy-signature.ts';
import { admitProxyCall } from '#app/usecases/storefront/admit-proxy-call.ts';
import { el, type Html } from './html.ts';
import { pageInTheme } from './page-in-theme.ts';

export type PageAnswer = { status: number; liquid: string };

/** Who reads it: `customerId` is null for a visitor who isn't signed in. */
export type PageReader = {
  shopId: number;
  timeZone: string;
  customerId: string | null;
  /** By which the shop's pages reach us, e.g. `/apps/sixth`. */
  path: string;
  query: URLSearchParams;
  since: Date;
};

type Described = {
  path: `/proxy/${string}`;
  /** Null where the shop is no longer there. */
  make: (reader: PageReader) => Promise<((language: Language) => Html) | null>;
};

export type ProxyPage = {
  path: string;
  answer: (caller: ProxyCaller, query: URLSearchParams) => Promise<PageAnswer>;
};

export function proxyPage({ path, make }: Described): ProxyPage {
  const answer = async (caller: ProxyCaller, query: URLSearchParams): Promise<PageAnswer> => {
    const { customerId } = caller;
    const asked = askedLanguage(query);
    const admission = await admitProxyCall(caller.shopDomain, customerId, caller.path);
    if (!admission.ok) {
      return admission.reason === 'too-often'
        ? onlyLine(429, ({ proxy }) => proxy.tooMany, asked)
        : onlyLine(404, ({ proxy }) => proxy.unknownShop, asked);
    }
    const { shopId, timeZone } = admission;
    const made = await make({ shopId, timeZone, customerId, path: caller.path, query, since: now() });
    if (!made) return onlyLine(404, ({ proxy }) => proxy.unknownShop, asked);
    return { status: 200, liquid: pageInTheme(made, asked) };
  };
  return { path, answer };
}

/** One line in place of the page. */
export function onlyLine(
  status: number,
  line: (texts: Texts) => string,
  asked: Language | null = null,
): PageAnswer {
  return { status, liquid: pageInTheme((language) => el('p', {}, line(textsOf(language))), asked) };
}

function askedLanguage(query: URLSearchParams): Language | null {
  return LANGUAGES.find((language) => language === query.get('language')) ?? null;
}

/** The same page in the other language, or another page of ours in this one. */
export const addressOf = (path: string, page: string, language: Language, more = ''): string =>
  `${path}/${page}?language=${language}${more}`;
