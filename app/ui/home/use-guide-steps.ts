import { useEffect, useRef, useState } from 'react';
import { neededPlaced } from './theme-blocks.ts';
import { ask } from '#app/ui/form/ask.ts';
import type { GuideData } from './home-data.ts';
import type { PlacedBlocks } from './use-placed-blocks.ts';
import type { SignInLinks } from './use-sign-in.ts';

export const STEPS = ['setUp', 'blocks', 'signIn', 'order'] as const;
export type StepName = (typeof STEPS)[number];
export type DoneSteps = Record<StepName, boolean>;

/** Only the browser hears of the theme and of Shopify's settings: until then, it is as it was the last time. */
export function doneSteps(guide: GuideData, placed: PlacedBlocks, links: SignInLinks): DoneSteps {
  return {
    setUp: guide.published,
    blocks: placed instanceof Set ? neededPlaced(placed, guide) : guide.blocksPlaced,
    // An order was signed in for.
    signIn: links === true || (typeof links !== 'boolean' && guide.orderCounted),
    order: guide.orderCounted,
  };
}

/** Whether Shopify has told, in this visit, what the step hangs on. */
export type ToldSteps = { blocks: boolean; signIn: boolean };

/** Nobody waits longer for Shopify's word: then no step opens by itself, so that none is open that turns out to be done. */
const MOST_WAIT_MS = 5_000;
const UNDECIDED = 'undecided';

/**
 * The step that is open: at first the next one to do, which Shopify may have to tell. Publishing here opens the one after it,
 * and each that is done leads on by a button; what is done elsewhere only bears its mark, because nothing should move while
 * nobody touches it.
 */
export function useOpenStep(done: DoneSteps, told: ToldSteps) {
  const next = STEPS.find((step) => !done[step]) ?? null;
  const isTold = (next !== 'blocks' && next !== 'signIn') || told[next];
  const [open, setOpen] = useState<StepName | null | typeof UNDECIDED>(isTold ? next : UNDECIDED);
  const undecided = open === UNDECIDED;
  if (undecided && isTold) setOpen(next);
  useEffect(() => {
    if (!undecided) return;
    const timer = setTimeout(() => setOpen(null), MOST_WAIT_MS);
    return () => clearTimeout(timer);
  }, [undecided]);
  const [published, setPublished] = useState(done.setUp);
  if (published !== done.setUp) {
    setPublished(done.setUp);
    if (open === 'setUp') setOpen(next);
  }
  const toggle = (step: StepName) => setOpen(open === step ? null : step);
  /** The next step to do after one that is done; none where nothing is left. */
  const after = (step: StepName) => (done[step] && next !== step ? next : null);
  return { open, undecided, toggle, after, lead: setOpen };
}

/** Remembers for the next visit what Shopify told of the theme, so that the page comes as it stays. */
export function useRemembering(guide: GuideData, placed: PlacedBlocks): void {
  const known = useRef(guide.blocksPlaced);
  useEffect(() => {
    if (!(placed instanceof Set) || neededPlaced(placed, guide) === known.current) return;
    known.current = neededPlaced(placed, guide);
    // Without an answer the next visit asks Shopify again, and remembers then.
    void ask('/app/blocks', JSON.stringify({ placed: known.current }), null);
  }, [placed, guide]);
}
