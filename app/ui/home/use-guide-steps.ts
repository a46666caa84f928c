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

/**
 * The step that is open: at first the next one to do. Publishing here opens the one after it, and each that is done leads
 * on by a button; what is done elsewhere only bears its mark, because nothing should move while nobody touches it.
 */
export function useOpenStep(done: DoneSteps) {
  const next = STEPS.find((step) => !done[step]) ?? null;
  const [open, setOpen] = useState(next);
  const [published, setPublished] = useState(done.setUp);
  if (published !== done.setUp) {
    setPublished(done.setUp);
    if (open === 'setUp') setOpen(next);
  }
  const toggle = (step: StepName) => setOpen(open === step ? null : step);
  /** The next step to do after one that is done; none where nothing is left. */
  const after = (step: StepName) => (done[step] && next !== step ? next : null);
  return { open, toggle, after, lead: setOpen };
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
