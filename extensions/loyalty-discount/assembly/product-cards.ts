// Which cards count a product: what Shopify answers of its collections and tags, line by line. Lines get the same answers in
// the same order, so each place remembers what its text meant; a text that differs is looked up.
import { CardBook } from './card-book';
import { numericId } from '../../function-parts/assembly/gid';
import { elementAt, elementsOf, isTrue, property, Text } from '../../function-parts/assembly/host';
import { ID, IN } from '../../function-parts/assembly/names';
import { Scratch } from '../../function-parts/assembly/scratch';
import { isSame } from '../../function-parts/assembly/text-table';
import { IS, TAG, TAGS } from './tag-names';

/** An answer's text as the line before had it at this place, and the cards that it means. */
class Known {
  constructor(
    public text: Text,
    public cards: u64,
  ) {}
}

/** Answers of one kind, each a text and whether the product has it: `{id, is}` or `{tag, is}`. */
class Answers {
  private known: Array<Known> = [];
  private scratch: Scratch = new Scratch();
  private looked: bool = false;
  /** Whether the text is the first entry and `is` the second: fields come as asked, and a place costs less than a name. */
  private inOrder: bool = false;

  constructor(private textName: u32) {}

  isYes(answer: u64): bool {
    if (!this.looked) {
      this.looked = true;
      this.inOrder =
        property(answer, IS) == elementAt(answer, 1) &&
        property(answer, this.textName) == elementAt(answer, 0);
    }
    return isTrue(this.inOrder ? elementAt(answer, 1) : property(answer, IS));
  }

  textOf(answer: u64): Text {
    return this.scratch.read(this.inOrder ? elementAt(answer, 0) : property(answer, this.textName));
  }

  knownAt(place: i32): Known {
    while (this.known.length <= place) this.known.push(new Known(new Text(0, 0), 0));
    return unchecked(this.known[place]);
  }
}

export class ProductCards {
  private collections: Answers = new Answers(ID);
  private tags: Answers = new Answers(TAG);

  constructor(private book: CardBook) {}

  /** The bits of the cards that include the product; `cards` are those that name it, or count all products. */
  of(product: u64, cards: u32): u32 {
    const wanted = cards | this.ofCollections(property(product, IN));
    const told = this.ofTags(property(product, TAGS));
    return (wanted | (<u32>told)) & ~(<u32>(told >> 32));
  }

  private ofCollections(answers: u64): u32 {
    let cards: u32 = 0;
    const asked = elementsOf(answers);
    for (let place = 0; place < asked; place++) {
      const answer = elementAt(answers, place);
      if (this.collections.isYes(answer)) cards |= this.ofCollection(this.collections.textOf(answer), place);
    }
    return cards;
  }

  /** Cards that want one of the tags in the low half, those that leave it out in the high half. */
  private ofTags(answers: u64): u64 {
    let cards: u64 = 0;
    const asked = elementsOf(answers);
    for (let place = 0; place < asked; place++) {
      const answer = elementAt(answers, place);
      if (this.tags.isYes(answer)) cards |= this.ofTag(this.tags.textOf(answer), place);
    }
    return cards;
  }

  private ofCollection(gid: Text, place: i32): u32 {
    const known = this.collections.knownAt(place);
    if (!isSame(known.text, gid)) {
      known.text = kept(gid);
      known.cards = this.book.ofCollection(numericId(known.text));
    }
    return <u32>known.cards;
  }

  private ofTag(tag: Text, place: i32): u64 {
    const known = this.tags.knownAt(place);
    if (!isSame(known.text, tag)) {
      known.text = kept(tag);
      known.cards = this.book.ofTag(known.text);
    }
    return known.cards;
  }
}

function kept(text: Text): Text {
  const at = heap.alloc(<usize>text.length + 8);
  memory.copy(at, text.at, <usize>text.length);
  return new Text(at, text.length);
}
