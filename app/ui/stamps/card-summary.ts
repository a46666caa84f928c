// A card's stamps as a merchant reads them.
import type { CardShape } from '#app/core/program/card-shapes.ts';
import { sizeNow } from '#app/core/stamps/card-life.ts';
import { cardState } from '#app/core/stamps/card-state.ts';
import type { Language, Localized } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

/** A free unit of an ended card was taken. */
export type CardOfMember = { key: string; stamps: number; coming: number; size: number; ended: boolean };
export type TitledCard = { key: string; title: Localized; size: number; shape?: CardShape | undefined };

export type CardSummary = {
  key: string;
  /** The card's key where the program no longer runs it. */
  title: string;
  runs: boolean;
  /** "3 of 5". */
  state: string;
  full: boolean;
  /** "1 free item", where the card is full. */
  free: string | null;
  owed: string | null;
  coming: string | null;
};

export function cardSummary(
  card: CardOfMember,
  program: readonly TitledCard[],
  language: Language,
): CardSummary {
  const { members, explain } = textsOf(language);
  const number = (count: number) => formatNumber(count, language);
  const stamps = (count: number) => explain.stamps(number(count), pluralForm(count, language));
  const published = program.find(({ key }) => key === card.key);
  const size = sizeNow(card, published?.size ?? card.size);
  const { have, free } = cardState(card.stamps, size);
  // Stamps that come with payment are no debt.
  const { owed } = cardState(card.stamps + card.coming, size);
  const title = published?.title[language];
  return {
    key: card.key,
    title: title ?? card.key,
    runs: title !== undefined,
    state: members.cardState(number(have), number(size)),
    full: free > 0,
    free: free > 0 ? members.freeUnits(number(free), pluralForm(free, language)) : null,
    owed: owed > 0 ? members.cardOwes(stamps(owed)) : null,
    coming: card.coming !== 0 ? members.comingStamps(stamps(card.coming)) : null,
  };
}
