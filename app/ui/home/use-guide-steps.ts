import { useEffect, useRef, useState } from 'react';
import { neededPlaced } from './theme-blocks.ts';
import { ask } from '#app/ui/form/ask.ts';
import type { GuideData } from './home-data.ts';
import type { PlacedBlocks } from './use-placed-blocks.ts';

const STEPS = ['card', 'blocks', 'order'] as const;
export type StepName = (typeof STEPS)[number];

/** The steps that are done. Only the browser hears of the theme: until then, it is as it was the last time. */
export function doneSteps(guide: GuideData, placed: PlacedBlocks): Record<StepName, boolean> {
  return {
    card: guide.cardPublished,
    blocks: placed instanceof Set ? neededPlaced(placed) : guide.blocksPlaced,
    order: guide.orderCounted,
  };
}

/**
 * The step that is open: at first the next one to do. Publishing the card here opens the one after it; what is done
 * elsewhere only bears its mark, because nothing on the page should move while nobody touches it.
 */
export function useOpenStep(done: Record<StepName, boolean>) {
  const next = STEPS.find((step) => !done[step]) ?? null;
  const [open, setOpen] = useState(next);
  const [published, setPublished] = useState(done.card);
  if (published !== done.card) {
    setPublished(done.card);
    if (open === 'card') setOpen(next);
  }
  const toggle = (step: StepName) => setOpen(open === step ? null : step);
  return { open, toggle };
}

/** Remembers for the next visit what Shopify told of the theme, so that the page comes as it stays. */
export function useRemembering(guide: GuideData, placed: PlacedBlocks): void {
  const known = useRef(guide.blocksPlaced);
  useEffect(() => {
    if (!(placed instanceof Set) || neededPlaced(placed) === known.current) return;
    known.current = neededPlaced(placed);
    // Without an answer the next visit asks Shopify again, and remembers then.
    void ask('/app/blocks', JSON.stringify({ placed: known.current }), null);
  }, [placed]);
}
