// One text at a time, read into the same place: what is asked of each line and not kept.
import { bytesOfText, copyTo, Text } from './host';

export class Scratch {
  private room: i32 = 256;
  private text: Text = new Text(heap.alloc(264), 0);

  /** The value's text, until the next one is read. Shorter by `skipped` bytes at its front where it has as many. */
  read(value: u64): Text {
    const length = bytesOfText(value);
    if (length > this.room) {
      this.room = length * 2;
      this.text.at = heap.alloc(<usize>this.room + 8);
    }
    if (length > 0) copyTo(value, this.text.at, length);
    this.text.length = length;
    return this.text;
  }
}
