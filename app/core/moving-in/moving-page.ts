// The page on which members are brought in, as the merchant sees it.
import type { MovingStep, MovingTrouble } from './moving-step.ts';

/** Members who could buy less here than there. */
export type BuyingLess = {
  count: number;
  /** The first of their rows. */
  lines: number[];
  /** For the file's `theirs`, the fewest of ours with which nobody could; null where no number is enough. */
  ours: number | null;
};

export type MovingPreview = {
  rows: number;
  ready: number;
  /** By reason: a key of `texts.movingIn.problem`. */
  problems: Record<string, number>;
  /** The first of them: in which row of the file, and why. */
  lines: { line: number; problem: string }[];
  theirs: number;
  ours: number;
  /** Members who would have fewer points than now. */
  less: number;
  leftOut: number;
  birthdays: number;
  /** Rows that say since when their member belongs. */
  joined?: number;
  /** Members whose past orders were given points already: the file may bring these once more. */
  awarded?: number;
  /** After an undo: the first who keep points of it, since they had spent some. */
  keeps?: { memberId: string; points: number }[];
  /** Null or missing where nobody can say, or the release before counted. */
  buysLess?: BuyingLess | null;
};

export type EarlierFile = {
  id: string;
  fileName: string;
  /** A day of the shop. */
  day: string;
  step: MovingStep;
  members: number;
  spentMembers: number;
};

export type MovingPageData = {
  file: {
    id: string;
    step: MovingStep;
    fileName: string;
    way: 'add' | 'set';
    why: MovingTrouble | null;
    members: number;
    points: number;
    spentMembers: number;
    theirs: number;
    ours: number;
  } | null;
  preview: MovingPreview | null;
  /** Whose stamps a column may hold. */
  cards: { key: string; title: Record<'en' | 'fr', string> }[];
  /** The day on which past orders were given points that somebody still has; null where there are none. */
  pastAwardedOn: string | null;
  /** The preview's `awarded`; null before there is one. */
  awardedMembers: number | null;
  /** Files that were brought in before the newest, the latest first. */
  earlier: EarlierFile[];
  /** What a hundred of the shop's points are worth, in minor units; null where nothing is said. */
  worthOf100: number | null;
  worth: number | null;
  currency: string;
  today: string;
};
