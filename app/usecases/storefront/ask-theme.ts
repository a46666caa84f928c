// The published theme as Shopify has it now, and what it shows of ours. Written nowhere.
import type { ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import { AdminRefused, AdminUnavailable } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { textOf, themeFiles, type ThemeAnswer } from '#app/shopify/storefront/theme-files.ts';
import {
  shortName,
  THEME_FILES,
  themePlaces,
  type FilesOfTheme,
} from '#app/shopify/storefront/theme-places.ts';

/** Pages of fifty files at most; no theme of Shopify's has a fifth of that. */
const MOST_PAGES = 20;
/** So often the theme may be another before its files are all here. */
const TRIES = 3;

export type AskedTheme = { state: 'read'; seen: ThemeSeen } | { state: 'none' | 'processing' | 'refused' };

/** Throws AdminThrottled, AdminUnavailable, NeedsReopen or ShopNotInstalled. */
export async function askTheme(domain: string, appHandle: string): Promise<AskedTheme> {
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const asked = await readOnce(domain, appHandle);
      if (asked !== 'another') return asked;
    }
  } catch (error) {
    if (!(error instanceof AdminRefused)) throw error;
    log.warn({ err: error, shopDomain: domain }, 'a theme could not be read');
    return { state: 'refused' };
  }
  throw new AdminUnavailable(domain, 'another theme each time it was read');
}

async function readOnce(domain: string, appHandle: string): Promise<AskedTheme | 'another'> {
  const first = await pageOf(domain, null);
  if (!first) return { state: 'none' };
  if (first.processing) return { state: 'processing' };
  const pages = [first];
  for (let last = first; last.files.pageInfo.hasNextPage && pages.length < MOST_PAGES;) {
    const next = await pageOf(domain, last.files.pageInfo.endCursor);
    if (next?.id !== first.id) return 'another';
    pages.push(next);
    last = next;
  }
  const theme = { id: first.id, name: shortName(first.name) };
  return {
    state: 'read',
    seen: { v: 1, by: 'files', theme, ...themePlaces(filesOf(pages), appHandle) },
  };
}

async function pageOf(domain: string, after: string | null): Promise<ThemeAnswer | undefined> {
  const { themes } = await callPatiently(domain, themeFiles, { names: [...THEME_FILES], after });
  return themes.nodes[0];
}

function filesOf(pages: readonly ThemeAnswer[]): FilesOfTheme {
  return {
    files: pages.flatMap(({ files }) =>
      files.nodes.map(({ filename, body }) => ({ name: filename, text: textOf(body) })),
    ),
    notGiven: pages.flatMap(({ files }) => files.userErrors.map(({ filename }) => filename)),
    complete: pages.at(-1)?.files.pageInfo.hasNextPage === false,
  };
}
