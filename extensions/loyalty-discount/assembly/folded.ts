// Tags ignore case and the space around them, as `foldedTag` of app/core/stamps/. A config's tags are folded already; those of
// configs that an older release wrote aren't.
import { Text } from '../../function-parts/assembly/host';

const isSpace = (byte: u32): bool => byte == 32 || (byte >= 9 && byte <= 13);

export function folded(text: Text): Text {
  for (let index = 0; index < text.length; index++) if (text.byte(index) > 127) return foldedWide(text);
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.byte(from))) from++;
  while (to > from && isSpace(text.byte(to - 1))) to--;
  const at = heap.alloc(<usize>(to - from) + 8);
  for (let index = from; index < to; index++) {
    const byte = text.byte(index);
    store<u8>(at + <usize>(index - from), byte >= 65 && byte <= 90 ? byte + 32 : byte);
  }
  return new Text(at, to - from);
}

/** Letters beyond ASCII have rules of their own, and are rare. */
function foldedWide(text: Text): Text {
  const wide = String.UTF8.decodeUnsafe(text.at, <usize>text.length)
    .trim()
    .toLowerCase();
  const bytes = String.UTF8.encode(wide);
  return new Text(changetype<usize>(bytes), bytes.byteLength);
}
