// The page on which members are brought in, as the merchant sees it.
import type { MovingStep, MovingTrouble } from './moving-step.ts';

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
  } | null;
  preview: MovingPreview | null;
  /** What a hundred of the shop's points are worth, in minor units; null where nothing is said. */
  worthOf100: number | null;
  worth: number | null;
  currency: string;
  today: string;
};
