/** Runs in the page: what is smaller than 24 by 24 pixels and has another target within 24 pixels of its middle. */
export function targetProblems(): string[] {
  const LEAST = 24;
  // What a dialog covers can't be clicked.
  const within = document.querySelector('[role=dialog][aria-modal=true]') ?? document;
  const isInSentence = (one: Element) => {
    const around = one.parentElement?.closest('p, li, td, label, h1, h2, h3');
    return one.matches('a') && (around?.textContent.trim().length ?? 0) > one.textContent.trim().length;
  };
  const all = [...within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
  const targets = all.flatMap((one) => {
    // A box or a switch is clicked by its label, too.
    const label = one.closest('label');
    const boxes = [one, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect());
    const [box = one.getBoundingClientRect()] = boxes.toSorted((a, b) => b.height - a.height);
    const isShown = one.checkVisibility({ visibilityProperty: true }) && box.width > 4 && box.height > 4;
    return isShown && !one.closest('[inert], :disabled, [aria-disabled=true]') ? [{ one, box }] : [];
  });
  const middle = (box: DOMRect) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  const distance = (from: { x: number; y: number }, box: DOMRect) =>
    Math.hypot(
      Math.max(box.left - from.x, 0, from.x - box.right),
      Math.max(box.top - from.y, 0, from.y - box.bottom),
    );
  return targets.flatMap(({ one, box }) => {
    const isLarge = box.width >= LEAST - 0.5 && box.height >= LEAST - 0.5;
    if (isLarge || isInSentence(one)) return [];
    const isCrowded = targets.some(
      ({ one: other, box: near }) =>
        !one.contains(other) && !other.contains(one) && distance(middle(box), near) < LEAST / 2,
    );
    const size = `${Math.round(box.width)} by ${Math.round(box.height)}`;
    return isCrowded ? [`${size}: ${one.outerHTML.slice(0, 120)}`] : [];
  });
}
