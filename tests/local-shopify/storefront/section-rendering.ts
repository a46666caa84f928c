// Shopify's Section Rendering API: parts of a page, without the rest of it.
import type { Request, Response } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { findPage } from './find-page.ts';
import { renderSectionOf } from './page.ts';
import type { Page } from './page.ts';
import type { Visit } from './visit.ts';

const MOST = 5;

/** `a,b` or a list; null when nothing was asked for. */
export function sectionIds(asked: unknown): string[] | null {
  const list = Array.isArray(asked) ? asked.filter((one) => typeof one === 'string') : [];
  const ids = typeof asked === 'string' ? asked.split(',') : list;
  const named = ids.map((id) => id.trim()).filter((id) => id !== '');
  return named.length === 0 ? null : named;
}

/** HTML by id, null for sections that the page doesn't have. */
export type Sections = Record<string, string | null>;

export function renderSections(shop: LocalShop, visit: Visit, page: Page, ids: readonly string[]): Sections {
  return Object.fromEntries(ids.map((id) => [id, renderSectionOf(shop, visit, page, id)]));
}

export const tooMany = (ids: readonly string[]): boolean => ids.length > MOST;

/** Answers a page's address with `?section_id=` or `?sections=`; false when it has neither. */
export function answerSections(
  shop: LocalShop,
  visit: Visit,
  page: Page,
  request: Request,
  response: Response,
): boolean {
  const { section_id: id, sections } = request.query;
  const ids = sectionIds(sections);
  if (ids) {
    if (tooMany(ids)) response.status(400).json({ error: 'At most five sections at once.' });
    else response.json(renderSections(shop, visit, page, ids));
    return true;
  }
  if (typeof id !== 'string') return false;
  const html = renderSectionOf(shop, visit, page, id);
  if (html === null) response.status(404).end();
  else response.type('html').send(html);
  return true;
}

/** The page in whose context a cart's answer renders sections: `sections_url`, else where the request came from. */
export function contextPage(
  shop: LocalShop,
  visit: Visit,
  request: Request,
  sectionsUrl: unknown,
): Page | null {
  const base = 'http://shop.invalid';
  const named = typeof sectionsUrl === 'string' && sectionsUrl.startsWith('/') ? sectionsUrl : null;
  const url = named ?? request.get('referer') ?? '/cart';
  return URL.canParse(url, base) ? findPage(shop, visit, new URL(url, base)) : null;
}
