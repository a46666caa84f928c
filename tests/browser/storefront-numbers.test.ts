// The promise of the storefront's numbers: what a cart's block says is what its order awards, and what a product's
// block says is the award of that unit alone. By plain requests, against the whole app.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import type { MemberProjection } from '#app/core/storefront/projection.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { toldStory } from '#tests/storefront/scene/told-story.ts';
import { visitor } from '#tests/storefront/scene/visitor.ts';
import type { Visitor } from '#tests/storefront/scene/visitor.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const SIZE = 5;
const { app } = useRunningApp();
let shop: LocalShop;

beforeAll(async () => {
  shop = app.shop;
  await publishSteps(shop);
  await app.jobsDone();
});

/** Steps that no price is a multiple of, and a card that counts a part of the catalogue. */
async function publishSteps({ domain, collections }: LocalShop): Promise<void> {
  const found = await findShop(pool(), domain);
  if (!found) throw new Error('the app is not installed');
  const { draft, draftRevision } = await readDraft(found.id);
  const products = { ...NO_PRODUCTS, collectionIds: [collections[0]?.id ?? ''] };
  const cards = draft.cards.map((card) => ({ ...card, size: SIZE, products }));
  const rules = { ...draft, earn: { points: 3, perMinor: 275 }, cards };
  const saved = await saveDraft(found.id, { rules, draftRevision });
  if (!saved.ok) throw new Error(saved.reason);
  const wanted = { draftRevision: saved.draftRevision, publishedBy: 'merchant' };
  const published = await publishProgram(found.id, wanted);
  if (!published.ok) throw new Error(published.reason);
}

/** Somebody who has never bought anything, signed in. */
async function newMember(language: string): Promise<{ id: string; person: Visitor }> {
  const [like] = shop.customers.values();
  if (!like) throw new Error('the catalogue has no customers');
  const { id } = await shop.addCustomer({ ...like, email: 'somebody@example.com' });
  const person = visitor(app.urls.storefront);
  await person.post('/customer_authentication/login', { customer: id, return_to: '/' });
  await person.post('/localization', { locale_code: language, return_to: '/' });
  return { id, person };
}

/** What a block promises: its sentence with a number, without tags. Empty where it tells the rule in words. */
function promiseOf(html: string, block: string): string {
  const sentence = /<p class="sixth-dot"[^>]*>([\s\S]*?)<\/p>/.exec(blockOf(html, block))?.[1] ?? '';
  return sentence.replace(/<[^>]*>/g, ' ');
}

function blockOf(html: string, block: string): string {
  const found = new RegExp(`id="shopify-block-${block}-\\d+"([\\s\\S]*?)(?=id="shopify-|</main>)`).exec(html);
  if (!found?.[1]) throw new Error(`no block ${block}`);
  return found[1];
}

/** The number before a word, however the language groups its digits; null when the text doesn't have the word. */
function numberBefore(text: string, word: string): number | null {
  const digits = new RegExp(`(\\d[\\d,\\s\\u202f\\u00a0]*)\\s${word}`).exec(text)?.[1];
  return digits === undefined ? null : Number(digits.replace(/\D/g, ''));
}

/** `stamps` are what is left once the free units have taken theirs. */
type Estimate = { points: number | null; stamps: number; taken: number };

function estimateOf(html: string, language: 'en' | 'fr'): Estimate {
  const text = blockOf(html, 'points-for-cart')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[ \n]+/g, ' ');
  const { points, cards } = toldStory(text, language);
  // Who has nothing of the card in the cart keeps an empty card.
  return { points, stamps: cards[0]?.left[0] ?? 0, taken: cards[0]?.paid ?? 0 };
}

async function checkOut(person: Visitor): Promise<void> {
  const { html } = await person.get('/checkout');
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const { path } = await person.post('/checkout', { token, payment: 'paid' });
  expect(path).toMatch(/^\/orders\//);
}

/** What the app has written for the storefront; a member to whom nothing ever happened has none. */
function awarded(id: string): MemberProjection | null {
  const fields = Object.values(shop.customers.get(id)?.metafields ?? {});
  const value = fields.find((field) => field.key === 'loyalty')?.value;
  return value === undefined ? null : (JSON.parse(value) as MemberProjection);
}

const line = fc.record({ product: fc.nat(), variant: fc.nat(), quantity: fc.integer({ min: 1, max: 7 }) });
const cart = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  codes: fc.subarray(['SPRING10', 'FIVE', 'MUG', 'COFFEE20'], { maxLength: 3 }),
});

/** Puts a random cart together, and reads what the cart page says of it. */
async function fill(person: Visitor, { lines, codes }: { lines: Line[]; codes: string[] }): Promise<string> {
  for (const { product, variant, quantity } of lines) {
    const sold = sellable()[product % sellable().length];
    const id = sold?.[variant % sold.length] ?? '';
    expect((await person.post('/cart/add.js', { id, quantity: String(quantity) })).status).toBe(200);
  }
  await person.post('/cart/update.js', { discount: codes.join(',') });
  return (await person.get('/cart')).html;
}

type Line = { product: number; variant: number; quantity: number };

/** Variants by product. */
function sellable(): string[][] {
  const ids = shop.products.map((one) => one.variants.filter((each) => each.available).map(({ id }) => id));
  return ids.filter((one) => one.length > 0);
}

test('C79 thirty random carts: each one’s estimate is what its order awards', async () => {
  const promised: { id: string; cart: object; estimate: Estimate }[] = [];
  for (const [index, random] of fc.sample(cart, { numRuns: 30, seed: 20261121 }).entries()) {
    const language = index % 2 === 0 ? 'en' : 'fr';
    const { id, person } = await newMember(language);
    promised.push({ id, cart: random, estimate: estimateOf(await fill(person, random), language) });
    await checkOut(person);
  }
  const told = promised.map(({ cart: bought, estimate: { points, stamps } }) => {
    return { bought, points, have: stamps };
  });
  const awards = () =>
    promised.map(({ id, cart: bought, estimate }) => {
      const member = awarded(id);
      const card = member?.cards[0];
      // Null is "the rule in words": a discount on the whole cart of which a gift card bears a part.
      const points = estimate.points === null ? null : (member?.points ?? 0);
      return { bought, points, have: card?.have ?? 0 };
    });
  await expect.poll(awards, { timeout: 30_000 }).toEqual(told);
  expect(promised.filter(({ estimate }) => estimate.points !== null).length).toBeGreaterThan(20);
  expect(promised.filter(({ estimate }) => estimate.taken > 0).length).toBeGreaterThan(3);
  expect(await app.problems()).toEqual([]);
});

test('C79 every variant’s number is the award of that unit alone', async () => {
  const promised: { id: string; path: string; points: number | null }[] = [];
  for (const product of shop.products) {
    for (const variant of product.variants.filter((one) => one.available)) {
      const { id, person } = await newMember('en');
      const path = `/products/${product.handle}?variant=${variant.id}`;
      const text = promiseOf((await person.get(path)).html, 'member');
      promised.push({ id, path, points: numberBefore(text, 'points?') });
      await person.post('/cart/add', { id: variant.id, quantity: '1' });
      await checkOut(person);
    }
  }
  const awards = () => promised.map(({ id, path }) => ({ path, points: awarded(id)?.points ?? 0 }));
  const told = promised.map(({ path, points }) => ({ path, points: points ?? 0 }));
  await expect.poll(awards, { timeout: 30_000 }).toEqual(told);
  expect(promised.filter(({ points }) => points !== null).length).toBeGreaterThan(15);
});
