// Texts and the cards that ask for them: ids of products and collections, tags. Open addressing; it grows with what it holds.
import { Text } from './host';

export function isSame(a: Text, b: Text): bool {
  return a.length == b.length && memory.compare(a.at, b.at, <usize>a.length) == 0;
}

function hashOf(text: Text): u32 {
  let hash: u32 = 2166136261;
  for (let index = 0; index < text.length; index++) hash = (hash ^ text.byte(index)) * 16777619;
  return hash ^ (hash >> 15);
}

export class TextTable {
  private slots: i32;
  private held: i32 = 0;
  private texts: StaticArray<Text | null>;
  private masks: StaticArray<u32>;

  constructor(entries: i32) {
    let slots = 8;
    while (slots < entries * 2) slots *= 2;
    this.slots = slots;
    this.texts = new StaticArray<Text | null>(slots);
    this.masks = new StaticArray<u32>(slots);
  }

  private slotOf(text: Text): i32 {
    const last = this.slots - 1;
    let slot = (<i32>hashOf(text)) & last;
    let there = unchecked(this.texts[slot]);
    while (there !== null && !isSame(there, text)) {
      slot = (slot + 1) & last;
      there = unchecked(this.texts[slot]);
    }
    return slot;
  }

  /** Sets bits of the text's mask. */
  add(text: Text, bits: u32): void {
    const slot = this.slotOf(text);
    if (unchecked(this.texts[slot]) === null) {
      unchecked((this.texts[slot] = text));
      this.held += 1;
    }
    unchecked((this.masks[slot] |= bits));
    if (this.held * 2 > this.slots) this.grow();
  }

  /** 0 for a text that no card asks for. */
  maskOf(text: Text): u32 {
    return this.held == 0 ? 0 : unchecked(this.masks[this.slotOf(text)]);
  }

  private grow(): void {
    const texts = this.texts;
    const masks = this.masks;
    this.slots *= 2;
    this.texts = new StaticArray<Text | null>(this.slots);
    this.masks = new StaticArray<u32>(this.slots);
    for (let old = 0; old < texts.length; old++) {
      const text = unchecked(texts[old]);
      if (text === null) continue;
      const slot = this.slotOf(text);
      unchecked((this.texts[slot] = text));
      unchecked((this.masks[slot] = masks[old]));
    }
  }
}
