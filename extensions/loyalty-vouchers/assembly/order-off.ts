// Money or a percentage off the order's subtotal without its excluded lines: the first of a few tries whose least subtotal the
// order reaches. Shopify decides, because it alone knows what discounts on products left.
import {
  answerNothing,
  closeArray,
  closeObject,
  closeOperation,
  openArray,
  openObject,
  openOperation,
  write,
  writeFixedAmount,
  writePercentage,
  writeText,
} from '../../function-parts/assembly/answer';
import { elementAt, NOTHING, property, Text, textOf } from '../../function-parts/assembly/host';
import { ID } from '../../function-parts/assembly/names';
import { MOST_LINE_BYTES } from '../../function-parts/assembly/targets';
import { CartLines } from './cart-lines';
import { Voucher } from './voucher';

/** `"",` */
const BYTES_AROUND_ID = 3;

class Try {
  constructor(
    public percent: i32,
    public minor: i64,
    public least: i64,
  ) {}
}

export class OrderOff {
  private tries: Array<Try> = [];
  private lines: CartLines;
  private excluded: Array<Text> = [];
  private bytes: i32 = 0;

  constructor(private voucher: Voucher) {
    this.lines = voucher.linesOf(NOTHING, NOTHING);
    const places = this.lines.excluded;
    for (let index = 0; index < places.length; index++) {
      const id = textOf(property(elementAt(this.lines.lines, places[index]), ID));
      this.excluded.push(id);
      this.bytes += id.length + BYTES_AROUND_ID;
    }
  }

  /** `percent` 0: the amount. `least` 0: any subtotal. */
  add(percent: i32, minor: i64, least: i64): void {
    this.tries.push(new Try(percent, minor, least));
  }

  answer(): void {
    if (this.lines.subtotal == 0 || !this.voucher.isOf('ORDER')) return answerNothing();
    if (this.bytesOfLists() > MOST_LINE_BYTES) this.decide();
    if (this.tries.length == 0 || this.bytesOfLists() > MOST_LINE_BYTES) return answerNothing();
    openOperation('orderDiscountsAdd', 'FIRST', this.tries.length);
    for (let index = 0; index < this.tries.length; index++) this.writeCandidate(this.tries[index]);
    closeOperation();
  }

  /** Excluded lines are named once for what is lowered, and once more for a condition. */
  private bytesOfLists(): i32 {
    let lists = 0;
    for (let index = 0; index < this.tries.length; index++) lists += this.tries[index].least > 0 ? 2 : 1;
    return lists * this.bytes;
  }

  /** Where the lists are too long for an answer: by what the lines cost before any discount. */
  private decide(): void {
    const tries = this.tries;
    this.tries = [];
    for (let index = 0; index < tries.length && this.tries.length == 0; index++) {
      const one = tries[index];
      if (one.least <= this.lines.subtotal) this.add(one.percent, one.minor, 0);
    }
  }

  private writeCandidate(one: Try): void {
    const conditioned = one.least > 0;
    openObject(conditioned ? 4 : 3);
    write('message');
    writeText(this.voucher.title());
    write('targets');
    openArray(1);
    this.openSubtotal('orderSubtotal', 1);
    this.closeSubtotal();
    closeArray();
    write('value');
    if (one.percent > 0) writePercentage(one.percent);
    else writeFixedAmount(this.voucher.money.text(one.minor));
    if (conditioned) this.writeCondition(one.least);
    closeObject();
  }

  private writeCondition(least: i64): void {
    write('conditions');
    openArray(1);
    this.openSubtotal('orderMinimumSubtotal', 2);
    write('minimumAmount');
    writeText(this.voucher.money.text(least));
    this.closeSubtotal();
    closeArray();
  }

  private openSubtotal(name: string, entries: i32): void {
    openObject(1);
    write(name);
    openObject(entries);
    write('excludedCartLineIds');
    openArray(this.excluded.length);
    for (let index = 0; index < this.excluded.length; index++) writeText(this.excluded[index]);
    closeArray();
  }

  private closeSubtotal(): void {
    closeObject();
    closeObject();
  }
}
