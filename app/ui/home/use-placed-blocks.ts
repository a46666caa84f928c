import { useCallback, useEffect, useState } from 'react';
import { readActivations } from './read-activations.ts';
import { GUIDE_BLOCKS, isPlaced, neededPlaced, type BlocksOn, type GuideBlock } from './theme-blocks.ts';
import { useReturn } from './use-return.ts';

/** Keys of the blocks that stand on the live theme; null until Shopify has told, `unknown` when it couldn't. */
export type PlacedBlocks = ReadonlySet<GuideBlock['key']> | 'unknown' | null;

const EVERY_MS = 3_000;

/** Asks Shopify at first, and again whenever the merchant comes back from the theme editor. */
export function usePlacedBlocks(on: BlocksOn): PlacedBlocks {
  const [placed, setPlaced] = useState<PlacedBlocks>(null);
  const ask = useCallback(() => {
    readActivations().then(
      (activations) => {
        const there = GUIDE_BLOCKS.filter((block) => isPlaced(block, activations));
        setPlaced(new Set(there.map(({ key }) => key)));
      },
      () => setPlaced('unknown'),
    );
  }, []);
  useEffect(ask, [ask]);
  const complete = placed instanceof Set && neededPlaced(placed, on);
  useEffect(() => {
    if (complete) return;
    // The theme editor may stand in a window beside this one, and then nobody comes back.
    const timer = setInterval(ask, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask, complete]);
  useReturn(ask);
  return placed;
}
