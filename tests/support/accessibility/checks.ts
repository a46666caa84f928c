// What is looked at on every page, beside axe: each finds what is wrong with a page that is open, a line each.
import type { Frame, Page } from 'playwright-core';
import { axeProblems } from '../axe.ts';
import { colourProblems } from './in-page/colour-problems.ts';
import { keyboardProblems } from './in-page/keyboard-problems.ts';
import { motionProblems } from './in-page/motion-problems.ts';
import { overlapProblems } from './in-page/overlap-problems.ts';
import { targetProblems } from './in-page/target-problems.ts';

type Look = (page: Page | Frame) => Promise<string[]>;

export type Check = {
  name: string;
  /** The criteria of WCAG 2.2 that it is about. */
  criteria: string;
  /** How it looks, for the report. */
  how: string;
  viewport: { width: number; height: number };
  /** What the reader asks of the browser. */
  media?: { forcedColors?: 'active'; reducedMotion?: 'reduce' };
  /** Where the page is turned round first. Polaris sets margins to the left, whichever way one reads, so no admin's page is. */
  direction?: 'rtl';
  look: Look;
};

const WIDE = { width: 1280, height: 900 };
const ZOOMED = { width: 320, height: 640 };
const inPage =
  (find: () => string[]): Look =>
  (page) =>
    page.evaluate(find);
const sideways: Look = (page) =>
  page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    return beyond > 0 ? [`the page is ${beyond} px wider than its window`] : [];
  });
const both = (...looks: Look[]): Look => {
  return async (page) => (await Promise.all(looks.map((look) => look(page)))).flat();
};

export const CHECKS: readonly Check[] = [
  {
    name: 'Names, roles, contrast',
    criteria: '1.1.1, 1.3.1, 1.4.3, 2.4.2, 3.1.1, 4.1.2',
    how: 'axe, all rules of WCAG 2.2 A and AA and its good practices',
    viewport: WIDE,
    look: axeProblems,
  },
  {
    name: 'Keyboard',
    criteria: '2.1.1, 2.4.3',
    how: 'whatever can be clicked can be focused, and no order of its own is set',
    viewport: WIDE,
    look: inPage(keyboardProblems),
  },
  {
    name: 'Zoom of 400 %',
    criteria: '1.4.4, 1.4.10',
    how: 'at 320 CSS pixels nothing scrolls sideways, and nothing that can be clicked lies over another',
    viewport: ZOOMED,
    look: both(sideways, inPage(overlapProblems)),
  },
  {
    name: 'Target size',
    criteria: '2.5.8',
    how: '24 by 24 CSS pixels, or as much room around; links within a sentence are exempt',
    viewport: ZOOMED,
    look: inPage(targetProblems),
  },
  {
    name: 'Forced colours',
    criteria: '1.4.1, 1.4.11',
    how: 'with the reader’s own colours no text has the colour of what is behind it',
    viewport: WIDE,
    media: { forcedColors: 'active' },
    look: inPage(colourProblems),
  },
  {
    name: 'Reduced motion',
    criteria: '2.2.2, 2.3.3',
    how: 'where the reader asks for less motion, nothing moves by itself',
    viewport: WIDE,
    media: { reducedMotion: 'reduce' },
    look: inPage(motionProblems),
  },
  {
    name: 'Right to left',
    criteria: '1.3.2',
    how: 'turned round, at 320 CSS pixels, nothing scrolls sideways and nothing overlaps',
    viewport: ZOOMED,
    direction: 'rtl',
    look: both(sideways, inPage(overlapProblems)),
  },
];

export const ADMIN_CHECKS = CHECKS.filter(({ direction }) => direction === undefined);
