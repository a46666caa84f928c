// What moments of the list brought, in a member's copy: what there is to choose, and what came in the last days.
import { isTask, type OfferedGift } from '../moments/moment-gift.ts';
import type { NothingGift } from '../rewards/gift.ts';
import { isPoints } from '../rewards/gift.ts';
import { byteLength, MEMBER_BYTES } from './projection-bytes.ts';
import { addDays } from '../values/days.ts';
import type { Localized } from '../values/languages.ts';

/** Its points, or how it is called. */
export type NamedGift = { points: number } | { title: Localized };

export type ChoiceProjection = {
  /** Sent with the choice. */
  cause: string;
  title: Localized;
  /** The last day on which it can be chosen. */
  until: string;
  offers: NamedGift[];
};

/** Shown until its last day. */
export type PresentProjection = {
  title: Localized;
  on: string;
  until: string;
  gift?: NamedGift;
  /** What the merchant says with it. */
  words?: Localized;
};

export type ChoicesProjection = { choices?: ChoiceProjection[]; presents?: PresentProjection[] };

/** A gift of a moment of the list, open or given, as its version has the moment. */
export type MomentGift = {
  cause: string;
  state: 'open' | 'given';
  title: Localized;
  advice: Localized | null;
  gives: OfferedGift | NothingGift;
  offers: readonly OfferedGift[];
  /** The last day of an open one. */
  until: string | null;
  /** When it was given, or chosen. */
  on: string;
};

export type ChoicesState = { momentGifts?: readonly MomentGift[]; today?: string };

/** So long it is said that something came, the day itself included. */
const SHOWN_DAYS = 14;
/** Of a member's copy. */
const CHOICES_BYTES = MEMBER_BYTES * 0.15;

export function projectChoices({ momentGifts = [], today = '' }: ChoicesState): ChoicesProjection {
  const open = momentGifts
    .flatMap((gift) => choiceOf(gift, today))
    .sort((a, b) => (a.until < b.until ? -1 : 1));
  const came = momentGifts.flatMap((gift) => presentOf(gift, today)).sort((a, b) => (a.on > b.on ? -1 : 1));
  const choices = asManyAsFit(open);
  const presents = asManyAsFit(came);
  return { ...(choices.length > 0 && { choices }), ...(presents.length > 0 && { presents }) };
}

function choiceOf({ cause, state, title, offers, until }: MomentGift, today: string): ChoiceProjection[] {
  if (state !== 'open' || until === null || until < today) return [];
  return [{ cause, title, until, offers: offers.map(nameOf) }];
}

/** What the shop does by hand is told by doing it. */
function presentOf({ state, title, advice, gives, on }: MomentGift, today: string): PresentProjection[] {
  const until = addDays(on, SHOWN_DAYS - 1);
  if (state !== 'given' || until < today) return [];
  const brings = 'kind' in gives && (gives.kind === 'nothing' || gives.kind === 'task') ? null : gives;
  if (!brings && !advice) return [];
  const gift = brings && { gift: nameOf(brings) };
  return [{ title, on, until, ...gift, ...(advice && { words: advice }) }];
}

function nameOf(gift: OfferedGift): NamedGift {
  if (isTask(gift)) return { title: { en: gift.words, fr: gift.words } };
  return isPoints(gift) ? { points: gift.points } : { title: gift.title };
}

/** The first has room in any case. */
function asManyAsFit<T>(all: readonly T[]): T[] {
  let left = CHOICES_BYTES;
  return all.filter((one, index) => (left -= byteLength(one) + 1) >= 0 || index === 0);
}
