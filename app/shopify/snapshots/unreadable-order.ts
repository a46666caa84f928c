/** Thrown by a reducer for a value it can't read; the message names the field. */
export class UnreadableOrder extends Error {
  override name = 'UnreadableOrder';
}
