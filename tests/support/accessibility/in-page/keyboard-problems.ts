/** Runs in the page: what takes clicks and no focus, or asks for a place of its own in the order. */
export function keyboardProblems(): string[] {
  const named = (one: Element) => one.outerHTML.slice(0, 120);
  const clickable = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [onclick]',
  );
  return [...clickable].flatMap((one) => {
    const isShown =
      one.getClientRects().length > 0 && !one.closest('[inert], :disabled, [aria-disabled=true]');
    // Of tabs, and of a group of choices, one is in the order and the arrows lead to the others.
    const isOneOfSeveral = one.matches('[role=tab], [type=radio]');
    if (!isShown || isOneOfSeveral) return [];
    if (one.tabIndex < 0 && one.ariaHidden !== 'true') return [`no focus: ${named(one)}`];
    return one.tabIndex > 0 ? [`an order of its own: ${named(one)}`] : [];
  });
}
