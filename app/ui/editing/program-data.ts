// The data that the program's loader gives its page: plain, put into words in the browser's language of the admin.
import type { DiscountHealth } from '#app/core/discounts/discount-health.ts';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { Titles } from '#app/core/editing/picked.ts';
import { formOfRules } from '#app/core/editing/program-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';

export type ProgramData = {
  saved: ProgramForm;
  revision: number;
  draft: ProgramRules;
  published: { number: number; publishedAt: string; rules: ProgramRules };
  currency: string;
  /** Shopify's, where the program counts in another: the merchant decides on Home. */
  newCurrency: string | null;
  /** IANA name. */
  timeZone: string;
  /** In the shop's calendar. */
  today: string;
  /** The shop's domain at Shopify. */
  shop: string;
  /** The first letter of its name. */
  initial: string;
  /** When the pause began that goes on; null while the program runs. */
  pausedSince: string | null;
  usedKeys: string[];
  titles: Titles;
  /** The published cards' discounts, in the cards' order. */
  discounts: DiscountHealth[];
  /** False where the draft brings what needs it and Shopify runs no discount function of ours: it can't be published. */
  functionsRun: boolean;
  /** Whether anybody who stays away is told so outside the shop: a moment for them can't be published before. */
  tellsOutside: boolean;
};

type Read = {
  draft: ProgramRules;
  draftRevision: number;
  published: { number: number; publishedAt: Date; rules: ProgramRules };
  currency: string;
  usedKeys: Set<string>;
  titles: Titles;
  pausedSince: Date | null;
};

type Beside = Pick<
  ProgramData,
  'timeZone' | 'today' | 'shop' | 'initial' | 'newCurrency' | 'discounts' | 'functionsRun' | 'tellsOutside'
>;

/** `gone` stands for titles that Shopify doesn't tell. */
export function programData(read: Read, beside: Beside, gone: string): ProgramData {
  const { draft, draftRevision, published, currency, usedKeys, titles, pausedSince } = read;
  return {
    saved: formOfRules(draft, currency, titles, gone),
    revision: draftRevision,
    draft,
    published: { ...published, publishedAt: published.publishedAt.toISOString() },
    currency,
    ...beside,
    usedKeys: [...usedKeys],
    titles,
    pausedSince: pausedSince?.toISOString() ?? null,
  };
}
