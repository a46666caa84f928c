/** Runs in the page: texts that have the very colour of what is behind them. */
export function colourProblems(): string[] {
  const CLEAR = 'rgba(0, 0, 0, 0)';
  const behind = (one: Element | null): string => {
    if (!one) return getComputedStyle(document.documentElement).backgroundColor;
    const { backgroundColor } = getComputedStyle(one);
    return backgroundColor === CLEAR ? behind(one.parentElement) : backgroundColor;
  };
  const saysSomething = (one: Element) =>
    [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
  return [...document.body.querySelectorAll('*')].flatMap((one) => {
    if (!saysSomething(one) || !one.checkVisibility({ visibilityProperty: true })) return [];
    if (one.matches('script, style, noscript, option')) return [];
    const { color } = getComputedStyle(one);
    return color === behind(one) ? [`unseen: ${one.outerHTML.slice(0, 120)}`] : [];
  });
}
