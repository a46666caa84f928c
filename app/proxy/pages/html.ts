// HTML that the shop's theme renders as Liquid: whatever is put into it is text, and can be neither markup nor Liquid.

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
};

/** Made here alone, or of a constant of ours. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Child = Html | string | false | null;

export const asText = (text: string): string => text.replaceAll(/[&<>"'{}]/g, (sign) => SIGNS[sign] ?? sign);

const VOID = ['input', 'br'];

/** `el('a', {href: '/x'}, 'More')`. Children one after another; what is false or null isn't there. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | true>>,
  ...children: Child[]
): Html {
  const said = Object.entries(attributes).map(([key, value]) =>
    value === true ? ` ${key}` : ` ${key}="${asText(value)}"`,
  );
  const opening = `<${name}${said.join('')}>`;
  return new Html(VOID.includes(name) ? opening : `${opening}${together(children).source}</${name}>`);
}

export function together(children: readonly Child[]): Html {
  return new Html(
    children
      .map((child) => (child instanceof Html ? child.source : typeof child === 'string' ? asText(child) : ''))
      .join(''),
  );
}
