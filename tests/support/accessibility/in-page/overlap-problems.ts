type Edges = { left: number; right: number; top: number; bottom: number };

/** Runs in the page: pairs of things to click of which one lies over the other. */
export function overlapProblems(): string[] {
  // What a dialog covers can't be clicked.
  const part = document.querySelector('[role=dialog][aria-modal=true]') ?? document;
  const named = (one: Element) => one.outerHTML.slice(0, 100);
  const all = [...part.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')];
  // What a row that scrolls hides can't be clicked either.
  const within = (edges: Edges, around: Element | null): Edges => {
    if (around === null || around === document.body) return edges;
    const { overflowX, overflowY } = getComputedStyle(around);
    const box = around.getBoundingClientRect();
    const left = overflowX === 'visible' ? edges.left : Math.max(edges.left, box.left);
    const right = overflowX === 'visible' ? edges.right : Math.min(edges.right, box.right);
    const top = overflowY === 'visible' ? edges.top : Math.max(edges.top, box.top);
    const bottom = overflowY === 'visible' ? edges.bottom : Math.min(edges.bottom, box.bottom);
    return within({ left, right, top, bottom }, around.parentElement);
  };
  // A link that goes over two lines has a box on each.
  const boxes = all.flatMap((one) =>
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      ? [...one.getClientRects()].map((box) => ({ one, box: within(box, one.parentElement) }))
      : [],
  );
  // What is kept for screen readers alone has a pixel or none.
  const seen = boxes.filter(({ box }) => box.right - box.left > 4 && box.bottom - box.top > 4);
  return seen.flatMap(({ one, box }, at) =>
    seen.slice(at + 1).flatMap(({ one: other, box: under }) => {
      if (one.contains(other) || other.contains(one)) return [];
      const across = Math.min(box.right, under.right) - Math.max(box.left, under.left);
      const down = Math.min(box.bottom, under.bottom) - Math.max(box.top, under.top);
      return across > 1 && down > 1 ? [`${named(one)} lies over ${named(other)}`] : [];
    }),
  );
}
