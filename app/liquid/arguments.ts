// liquidjs hands named filter arguments over as [name, value] pairs among the positional ones.

/** `width: 300, alt: 'Cup'` as `{width: 300, alt: 'Cup'}`; positional arguments are left out. */
export function namedArguments(args: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const argument of args) {
    if (Array.isArray(argument) && typeof argument[0] === 'string') named[argument[0]] = argument[1];
  }
  return named;
}

/** A Liquid value as Shopify prints it: nothing for nil, objects never. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return '';
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
