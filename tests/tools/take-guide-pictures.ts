// The pictures of the merchant's guide, taken of the blocks as the preview draws them. After the blocks' look
// changed: npm run guide-pictures
import { firstProgram } from '#app/core/program/first-program.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import type { Shopper } from '#app/liquid/preview-objects.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { textsOf } from '#app/locales/texts.ts';
import { startBrowser, type StartedBrowser } from '#tests/support/browser.ts';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../app/docs/merchant/pictures');
/** As `app/ui/help/guide-picture.ts` says: for each end of a file's name. */
const SIZES = { '': { width: 480, height: 280 }, '-phone': { width: 320, height: 310 } };
const CENTERED =
  'html{height:100%;display:grid;align-items:center;background:#fff}body{padding:min(20px,5vw)!important}';

const PICTURES: readonly { name: string; block: string; shopper: Shopper }[] = [
  { name: 'card', block: 'stamp-card', shopper: 'member' },
  { name: 'cart', block: 'stamp-card', shopper: 'in-cart' },
  { name: 'balance', block: 'points-balance', shopper: 'member' },
  { name: 'birthday', block: 'birthday', shopper: 'member' },
];

function rules(): ProgramRules {
  const { rules: first, draft } = firstProgram('EUR');
  const cards = draft.cards.map((card) => ({
    ...card,
    title: { en: 'Coffee card', fr: 'Carte café' },
    noun: { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } },
    shape: 'cup' as const,
    products: { ...card.products, all: true },
  }));
  const days = { daysBefore: 0, daysAfter: 30, waitDays: 30 };
  const offer = { kind: 'points' as const, points: 50 };
  const occasions = [{ kind: 'birthday' as const, offer, ...days, who: 'all' as const, asksYear: false }];
  const { pointsOff: _, ...on } = first;
  return { ...on, cards, occasions };
}

/** @param language the storefront's */
function pictureOf({ block, shopper }: (typeof PICTURES)[number], language: Language): string {
  const { product } = textsOf(language).program.preview;
  const clock = { at: new Date('2026-11-26T10:00:00Z'), timeZone: 'Europe/Paris' };
  const previews = renderPreviews({ rules: rules(), currency: 'EUR', language, shopper, product, clock });
  const html = previews.find(({ file }) => file.startsWith(block))?.html;
  if (!html) throw new Error(`the block ${block} shows nothing to ${shopper}`);
  return html.replace('</style>', `${CENTERED}</style>`);
}

async function take(browser: StartedBrowser, end: keyof typeof SIZES): Promise<void> {
  const { page, close } = await browser.page({ viewport: SIZES[end], deviceScaleFactor: 2 });
  // Else the newest stamp is taken while it moves.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const language of LANGUAGES) {
    for (const picture of PICTURES) {
      await page.setContent(pictureOf(picture, language));
      const cutOff = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
      if (cutOff > 0) throw new Error(`${picture.name} is ${cutOff} px too high in ${language}`);
      await page.screenshot({ path: path.join(FOLDER, `${picture.name}-${language}${end}.png`) });
    }
  }
  await close();
}

const browser = await startBrowser();
try {
  await take(browser, '');
  await take(browser, '-phone');
} finally {
  await browser.close();
}
