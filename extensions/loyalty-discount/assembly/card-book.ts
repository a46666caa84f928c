// The cards that run on the day, as bits: which of them ask for a product, a collection or a tag. Made once, so that a cart's
// line costs the same whatever the number of cards. Says what `cardOfUnit` of app/core/stamps/eligible-unit.ts says.
import { elementAt, elementsOf, get, isNull, isTrue, Text, textOf } from '../../function-parts/assembly/host';
import { folded } from './folded';
import { isSame, TextTable } from '../../function-parts/assembly/text-table';

/** Cards that a mask has room for; a program has at most ten. */
const MOST_CARDS = 31;
/** The bit of products that orders take apart. */
const BUNDLE: u32 = 1 << 31;

export class CardBook {
  /** The bit of the card whose discount this is; 0 when it doesn't run. */
  own: u32 = 0;
  ownCard: u64 = 0;
  /** Cards for all products. */
  private all: u32 = 0;
  private products: TextTable;
  private collections: TextTable;
  private withTags: TextTable;
  private withoutTags: TextTable;

  constructor(config: u64, day: Text) {
    const cards = get(config, 'cards');
    const bundles = get(config, 'bundles');
    this.products = new TextTable(elementsOf(bundles));
    this.collections = new TextTable(0);
    this.withTags = new TextTable(0);
    this.withoutTags = new TextTable(0);
    for (let index = 0; index < elementsOf(bundles); index++)
      this.products.add(textOf(elementAt(bundles, index)), BUNDLE);
    const own = textOf(get(config, 'own'));
    const count = min(elementsOf(cards), MOST_CARDS);
    for (let index = 0; index < count; index++)
      this.read(elementAt(cards, index), (<u32>1) << index, own, day);
  }

  private read(card: u64, bit: u32, own: Text, day: Text): void {
    const isOwn = isSame(textOf(get(card, 'key')), own);
    if (!runsOn(get(card, 'startsOn'), get(card, 'endsOn'), day)) return;
    if (isOwn) {
      this.own = bit;
      this.ownCard = card;
    }
    const products = get(card, 'products');
    if (isTrue(get(products, 'all'))) this.all |= bit;
    addAll(this.products, get(products, 'productIds'), bit, false);
    addAll(this.collections, get(products, 'collectionIds'), bit, false);
    addAll(this.withTags, get(products, 'withTags'), bit, true);
    addAll(this.withoutTags, get(products, 'withoutTags'), bit, true);
  }

  /** Cards that have the product's id; a bundle's component is on none. */
  ofProduct(id: Text): u32 {
    return this.all | this.products.maskOf(id);
  }
  isBundle(mask: u32): bool {
    return (mask & BUNDLE) != 0;
  }
  ofCollection(id: Text): u32 {
    return this.collections.maskOf(id);
  }
  /** Cards that want the tag in the low half, those that leave it out in the high half. */
  ofTag(tag: Text): u64 {
    const plain = folded(tag);
    return ((<u64>this.withoutTags.maskOf(plain)) << 32) | this.withTags.maskOf(plain);
  }
}

function addAll(table: TextTable, texts: u64, bit: u32, tags: bool): void {
  const count = elementsOf(texts);
  for (let index = 0; index < count; index++) {
    const text = textOf(elementAt(texts, index));
    table.add(tags ? folded(text) : text, bit);
  }
}

/** Days are `YYYY-MM-DD`; null is open. */
function runsOn(startsOn: u64, endsOn: u64, day: Text): bool {
  if (!isNull(startsOn) && isAfter(textOf(startsOn), day)) return false;
  return isNull(endsOn) || !isAfter(day, textOf(endsOn));
}

export function isAfter(a: Text, b: Text): bool {
  const shared = min(a.length, b.length);
  const order = memory.compare(a.at, b.at, <usize>shared);
  return order == 0 ? a.length > b.length : order > 0;
}
