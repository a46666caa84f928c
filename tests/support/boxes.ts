// Boxes on a page that lie over one another, or leave it: what a test of sideways scroll doesn't see.
import type { Frame } from 'playwright-core';

/** A hair of a pixel is no overlap. */
const HAIR = 1;

/** Pairs of visible elements that overlap, neither within the other, and elements that leave the window. @param selector whose */
export function boxesThatOverlap(frame: Frame, selector: string): Promise<string[]> {
  return frame.evaluate(
    ([wanted, hair]) => {
      const seen = [...document.querySelectorAll<HTMLElement>(wanted)].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const hidden = getComputedStyle(element).visibility === 'hidden' || element.closest('[inert]');
        return width > hair && height > hair && !hidden && element.checkVisibility();
      });
      const nameOf = (element: HTMLElement) =>
        `${element.tagName} ${element.getAttribute('aria-label') ?? element.id} ${element.textContent}`.trim();
      const outside = seen.filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -hair || right > window.innerWidth + hair;
      });
      const pairs = seen.flatMap((one, index) =>
        seen.slice(index + 1).flatMap((other) => {
          if (one.contains(other) || other.contains(one)) return [];
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > hair && down > hair ? [`${nameOf(one)} over ${nameOf(other)}`] : [];
        }),
      );
      return [...outside.map((element) => `${nameOf(element)} leaves the page`), ...pairs];
    },
    [selector, HAIR] as const,
  );
}
