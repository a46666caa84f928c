/** Runs in the page: pairs of things to click of which one lies over the other. */
export function overlapProblems(): string[] {
  const named = (one: Element) => one.outerHTML.slice(0, 100);
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')];
  // A link that goes over two lines has a box on each.
  const boxes = all.flatMap((one) =>
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      ? [...one.getClientRects()].map((box) => ({ one, box }))
      : [],
  );
  // What is kept for screen readers alone has a pixel or none.
  const seen = boxes.filter(({ box }) => box.width > 4 && box.height > 4);
  return seen.flatMap(({ one, box }, at) =>
    seen.slice(at + 1).flatMap(({ one: other, box: under }) => {
      if (one.contains(other) || other.contains(one)) return [];
      const across = Math.min(box.right, under.right) - Math.max(box.left, under.left);
      const down = Math.min(box.bottom, under.bottom) - Math.max(box.top, under.top);
      return across > 1 && down > 1 ? [`${named(one)} lies over ${named(other)}`] : [];
    }),
  );
}
