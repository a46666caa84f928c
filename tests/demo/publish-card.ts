// Publishes the stamp card as the merchant will from a screen, by the same use cases, and turns points on with it.
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { MERCHANT } from './merchant.ts';

/** How the program speaks and looks, beyond what it has by itself. */
export type ProgramLook = Pick<ProgramRules, 'signature' | 'rewards'> & {
  card?: Pick<StampCard, 'noun' | 'shape'>;
};

/** Does nothing when a card is published already. @throws Error when the app refuses the card. */
export async function publishCard(
  domain: string,
  collectionId: string,
  { card: cardLook, ...look }: ProgramLook = {},
): Promise<void> {
  const shop = await findShop(pool(), domain);
  if (!shop) throw new Error(`The app doesn't know ${domain}: its first open failed.`);
  const { draft: waiting, draftRevision, published } = await readDraft(shop.id);
  if (published.number > 1) return;
  const { pointsOff: _off, ...draft } = waiting;
  const cards = draft.cards.map((card) => ({
    ...card,
    ...cardLook,
    title: { en: 'Coffee card', fr: 'Carte café' },
    products: { all: false, productIds: [], collectionIds: [collectionId], withTags: [], withoutTags: [] },
  }));
  const saved = await saveDraft(shop.id, { rules: { ...draft, ...look, cards }, draftRevision });
  const done = saved.ok
    ? await publishProgram(shop.id, { draftRevision: saved.draftRevision, publishedBy: MERCHANT })
    : saved;
  if (!done.ok) throw new Error(`The stamp card can't be published: ${JSON.stringify(done)}`);
}
