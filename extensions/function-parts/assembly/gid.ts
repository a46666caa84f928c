import { Text } from './host';

const SLASH: u32 = 47;

/** What stands behind the last slash of a gid. */
export function numericId(gid: Text): Text {
  let from = gid.length;
  while (from > 0 && gid.byte(from - 1) != SLASH) from--;
  return new Text(gid.at + <usize>from, gid.length - from);
}
