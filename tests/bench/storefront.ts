// The storefront's blocks: what they weigh, what they cost the server that renders them, and what the shopper waits.
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import type { Figure } from './figures.ts';
import { browserFigures, launcherFigures } from './storefront-browser.ts';
import { byteFigures, launcherByteFigures } from './storefront-bytes.ts';
import { renderFigures } from './storefront-render.ts';
import { openStorefront } from './storefront-shops.ts';

export async function storefrontPart(): Promise<Figure[]> {
  const bytes = await byteFigures();
  const withBlocks = await openStorefront(null);
  const without = await openStorefront([]);
  try {
    const rendering = renderFigures(withBlocks, without);
    const launcher = await launcherPart();
    return [...bytes, ...rendering, ...(await browserFigures(withBlocks, without)), ...launcher];
  } finally {
    await withBlocks.stop();
    await without.stop();
  }
}

const REWARDS = projectRewards(
  [50, 100, 200, 400, 800].map((cost) =>
    reward({ key: `for-${cost}`, cost, gives: { kind: 'amount', minor: cost } }),
  ),
);

async function launcherPart(): Promise<Figure[]> {
  const withIt = await openStorefront([], { embeds: ['launcher'], program: REWARDS });
  const without = await openStorefront([], { program: REWARDS });
  try {
    return [...launcherByteFigures(withIt, without), ...(await launcherFigures(withIt, without))];
  } finally {
    await withIt.stop();
    await without.stop();
  }
}
