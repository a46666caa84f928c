// Web vitals of a page or frame, as Chromium itself counts them.
import type { Frame } from 'playwright-core';
import type { WatchedPage } from './browser.ts';

/** Milliseconds, but for CLS, which is a share of the screen. */
export type Vitals = { lcp: number; cls: number; inp: number };

/** Runs in every frame before anything of the page does; the numbers are read at the end. */
export function observeVitals(): void {
  const vitals = { lcp: 0, cls: 0, inp: 0 };
  Object.assign(window, { sixthVitals: vitals });
  const on = (type: string, note: (entry: PerformanceEntry) => void, more: object = {}) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, ...more });
  };
  on('largest-contentful-paint', (entry) => (vitals.lcp = entry.startTime));
  const shifts: { at: number; value: number }[] = [];
  const inputs: number[] = [];
  let painted = Infinity;
  // What moves within half a second of an input was asked for. Chromium's own mark of that is missing inside a frame
  // whose click is over within a millisecond, as a script's is.
  const askedFor = (at: number) => inputs.some((input) => at >= input && at - input < 500);
  // On a busy machine Chromium lays a page out before its stylesheet is there, paints nothing, and calls the second
  // layout a shift. What came before the first paint moved before nobody's eyes.
  const addUp = () => {
    vitals.cls = shifts.reduce((sum, { at, value }) => sum + (at >= painted && !askedFor(at) ? value : 0), 0);
  };
  on('paint', ({ name, startTime }) => {
    if (name === 'first-paint') painted = startTime;
    addUp();
  });
  on('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) shifts.push({ at: entry.startTime, value });
    addUp();
  });
  on(
    'event',
    (entry) => {
      const { interactionId } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId === 0) return;
      vitals.inp = Math.max(vitals.inp, entry.duration);
      inputs.push(entry.startTime);
      addUp();
    },
    { durationThreshold: 16 },
  );
}

/**
 * Waits until the page has drawn itself for good: its frames have all that they asked for, fonts too, and have painted it.
 * After `page.addInitScript(observeVitals)`.
 */
export async function untilDrawn({ untilIdle }: WatchedPage, frame: Frame): Promise<void> {
  await untilIdle();
  await frame.evaluate(async () => {
    await document.fonts.ready;
    // What the first picture changes is laid out in the second.
    for (let picture = 0; picture < 2; picture += 1) await new Promise(requestAnimationFrame);
  });
}

/** After `page.addInitScript(observeVitals)`. */
export function readVitals(frame: Frame): Promise<Vitals> {
  return frame.evaluate(() => (window as unknown as { sixthVitals: Vitals }).sixthVitals);
}
