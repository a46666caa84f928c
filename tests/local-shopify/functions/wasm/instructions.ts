// One wasm instruction: how long it is, what it costs by wasmtime's fuel, and whether the next one may run without it.
import type { ByteReader } from './byte-reader.ts';

export type Instruction = {
  cost: 0 | 1;
  /** The end of a straight run: control may leave here, or enter behind. */
  ends: boolean;
};

type Skip = (reader: ByteReader) => void;

const one: Skip = (reader) => reader.skipNumber();
const two: Skip = (reader) => [one, one].forEach((skip) => skip(reader));
const none: Skip = () => undefined;
const address: Skip = (reader) => {
  if (reader.number() & 64) reader.skipNumber();
  reader.skipNumber();
};
const table: Skip = (reader) => {
  for (let labels = reader.number() + 1; labels > 0; labels -= 1) reader.skipNumber();
};
const list: Skip = (reader) => {
  for (let count = reader.number(); count > 0; count -= 1) reader.skipNumber();
};
const prefixed: Skip = (reader) => {
  const operation = reader.number();
  if (operation <= 7) return;
  (operation === 9 || operation === 11 || operation === 13 || operation >= 15 ? one : two)(reader);
};

const FREE: readonly number[] = [0x00, 0x01, 0x02, 0x03, 0x05, 0x0b, 0x0f, 0x1a];
const ENDING: readonly number[] = [
  ...[0x00, 0x02, 0x03, 0x04, 0x05, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f],
  ...[0x10, 0x11],
];

/** What follows the operation's byte. @throws {Error} for an operation that the meter doesn't know */
function operandsOf(operation: number): Skip {
  if ([0x02, 0x03, 0x04, 0x0c, 0x0d, 0x10, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2].includes(operation))
    return one;
  if (operation >= 0x20 && operation <= 0x26) return one;
  if (operation === 0x11) return two;
  if (operation === 0x0e) return table;
  if (operation === 0x1c) return list;
  if (operation === 0x43) return (reader) => void (reader.at += 4);
  if (operation === 0x44) return (reader) => void (reader.at += 8);
  if (operation === 0xfc) return prefixed;
  if (operation >= 0x28 && operation <= 0x3e) return address;
  if (operation >= 0x45 && operation <= 0xc4) return none;
  if ([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(operation)) return none;
  throw new Error(`the meter doesn't know the operation 0x${operation.toString(16)}`);
}

/** Reads one instruction to its end. */
export function readInstruction(reader: ByteReader): Instruction {
  const operation = reader.byte();
  operandsOf(operation)(reader);
  return { cost: FREE.includes(operation) ? 0 : 1, ends: ENDING.includes(operation) };
}
