import type { Frame, Page } from 'playwright-core';
import type { Check } from './checks.ts';

const AS_USUAL = { forcedColors: 'none', reducedMotion: 'no-preference' } as const;

/** What a check finds on an open page, or in a frame of it. */
export async function problemsBy(check: Check, page: Page, part: Page | Frame = page): Promise<string[]> {
  const { viewport, media, direction = 'ltr' } = check;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ ...AS_USUAL, ...media });
  await part.evaluate(async (dir) => {
    document.documentElement.dir = dir;
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    // Laid out anew, and painted.
    await frame();
    await frame();
  }, direction);
  return (await check.look(part)).map((problem) => `${check.name}: ${problem}`);
}
