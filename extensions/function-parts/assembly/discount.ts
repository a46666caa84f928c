// What every discount of ours says of itself: its config, its class, and the text that the shopper reads.
import { elementAt, elementsOf, get, getAt, isNull, keptText, Text, textOf } from './host';
import { isSame } from './text-table';

export const jsonOf = (metafield: u64): u64 => get(metafield, 'jsonValue');

/** Whether the discount may lower what is asked: `PRODUCT` or `ORDER`. */
export function hasClass(discount: u64, wanted: string): bool {
  const classes = get(discount, 'discountClasses');
  const text = keptText(wanted);
  for (let index = 0; index < elementsOf(classes); index++)
    if (isSame(textOf(elementAt(classes, index)), text)) return true;
  return false;
}

/** In the shopper's language; one without a title reads the English one. `isoCode` is e.g. `FR` or `PT_BR`. */
export function titleOf(input: u64, config: u64): Text {
  const title = get(config, 'title');
  const iso = textOf(get(get(get(input, 'localization'), 'language'), 'isoCode'));
  iso.length = min(iso.length, 2);
  for (let index = 0; index < iso.length; index++) store<u8>(iso.at + <usize>index, iso.byte(index) | 32);
  const own = getAt(title, iso);
  return textOf(isNull(own) ? get(title, 'en') : own);
}
