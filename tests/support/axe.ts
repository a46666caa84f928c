// What axe finds wrong with a page, a line each, for WCAG 2.2 AA and axe's own good practices.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Half as long as the one that the package gives out: it is sent to every page, and compiled there. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Style sheets are fetched for a rule alone that is an experiment of axe's, and off; of media, one that is on asks. */
const OPTIONS: RunOptions = { resultTypes: ['violations'], iframes: false, preload: { assets: ['media'] } };

/** What is still fading in has less contrast than it will have. */
async function untilStill(page: Page | Frame): Promise<void> {
  await page.evaluate(async () => {
    const ends = document.getAnimations().flatMap((one) => {
      const isEndless = one.effect?.getComputedTiming().iterations === Infinity;
      return isEndless || one.playState !== 'running' ? [] : [one.finished.catch(() => null)];
    });
    await Promise.all(ends);
  });
}

/** Rule, help and the elements concerned; empty when nothing was found. A page's frames are looked at one by one. */
export async function axeProblems(page: Page | Frame): Promise<string[]> {
  await untilStill(page);
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3);
    return `${id}: ${help} (${nodes.length} times, e.g. ${where.join(' | ')})`;
  });
}
