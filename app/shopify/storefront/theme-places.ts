// What the files of a theme say of our blocks, page by page. A file that can't be read leaves its page unknown, and no other.
import { EMBEDS, GROUP, THE_REST, type Place, type ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import { blocksInSections, embedsInSettings } from './blocks-in-theme-file.ts';
import { parseThemeJson } from './theme-json.ts';

export const SETTINGS_FILE = 'config/settings_data.json';
/** What is asked for, in Shopify's patterns. */
export const THEME_FILES = ['templates/*.json', 'sections/*.json', SETTINGS_FILE];

/** `text` is null where Shopify gives the file's address instead, as it does with what is too big for an answer. */
export type ThemeFile = { name: string; text: string | null };

export type FilesOfTheme = {
  files: readonly ThemeFile[];
  /** Those that Shopify couldn't give. */
  notGiven: readonly string[];
  /** False where there are more than we read. */
  complete: boolean;
};

type Told = Pick<ThemeSeen, 'places' | 'pages' | 'unread'>;

/** A theme of a hand's making may have any number, and each is compared with those that stood before. */
const MOST_PLACES = 2_000;
const LONGEST_NAME = 190;

export function themePlaces({ files, notGiven, complete }: FilesOfTheme, appHandle: string): Told {
  const all: Told = { places: [], pages: [], unread: [] };
  for (const file of files) take(all, file, appHandle);
  for (const name of notGiven) all.unread.push({ page: pageOf(name), why: 'not-given' });
  const hasSettings = [...files.map(({ name }) => name), ...notGiven].includes(SETTINGS_FILE);
  if (!hasSettings) all.unread.push({ page: EMBEDS, why: 'not-given' });
  const places = distinct(all.places);
  if (!complete || places.length > MOST_PLACES) all.unread.push({ page: THE_REST, why: 'too-big' });
  return { ...all, places: places.slice(0, MOST_PLACES) };
}

function take(all: Told, { name, text }: ThemeFile, appHandle: string): void {
  const usual = pageOf(name);
  if (name.startsWith('templates/')) all.pages.push(usual);
  const json = text === null ? null : parseThemeJson(text);
  if (!json) {
    all.unread.push({ page: usual, why: text === null ? 'too-big' : 'unreadable' });
    return;
  }
  const isSettings = name === SETTINGS_FILE;
  const page = isSettings || !usual.startsWith(GROUP) ? usual : groupOf(json['type'], usual);
  const blocks = isSettings ? embedsInSettings(json, appHandle) : blocksInSections(json, appHandle);
  all.places.push(...blocks.map((one) => ({ page, ...one })));
}

/** As a database takes it: no half of a sign, and none that is nothing. */
export function shortName(name: string): string {
  return name.replaceAll('\u0000', '').slice(0, LONGEST_NAME).toWellFormed();
}

function pageOf(name: string): string {
  if (name === SETTINGS_FILE) return EMBEDS;
  const plain = shortName(name.replace(/^(?:templates|sections)\//, '').replace(/\.json$/, '')) || name;
  return name.startsWith('sections/') ? `${GROUP}${plain.replace(/-group$/, '')}` : plain;
}

/** A group says itself what it is: `header`, `footer`, `aside` or `custom.…`. */
function groupOf(type: unknown, usual: string): string {
  return typeof type === 'string' && /^[\w.-]{1,100}$/.test(type) ? `${GROUP}${type}` : usual;
}

/** A block that stands twice on a page is shown where one of them is. */
function distinct(places: Told['places']): Told['places'] {
  const found = new Map<string, Place & { shown: boolean }>();
  for (const one of places) {
    const key = `${one.page} ${one.block}`;
    found.set(key, { ...one, shown: one.shown || (found.get(key)?.shown ?? false) });
  }
  return [...found.values()];
}
