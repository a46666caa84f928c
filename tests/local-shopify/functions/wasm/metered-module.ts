// A wasm module that counts its own instructions, as wasmtime's fuel does, in an exported global: each straight run of
// instructions adds its cost when it begins.
import { byteReader, signed, unsigned, type ByteReader } from './byte-reader.ts';
import { readInstruction } from './instructions.ts';

export const SPENT = '__spent';

const IMPORTS = 2;
const GLOBALS = 6;
const EXPORTS = 7;
const CODE = 10;
/** Where a section stands that a module may lack: its place goes by its number, but for the count of data, before code. */
const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

type Section = { id: number; body: Uint8Array };

function sectionsOf(module: Uint8Array): Section[] {
  const reader = byteReader(module, 8);
  const sections: Section[] = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.number();
    sections.push({ id, body: module.subarray(reader.at, reader.at + length) });
    reader.at += length;
  }
  return sections;
}

function skipName(reader: ByteReader): void {
  const length = reader.number();
  reader.at += length;
}

/** @throws {Error} where anything but functions is imported: a function of Shopify's has no need of it */
function refuseOtherImports(body: Uint8Array): void {
  const reader = byteReader(body);
  for (let imports = reader.number(); imports > 0; imports -= 1) {
    skipName(reader);
    skipName(reader);
    if (reader.byte() !== 0) throw new Error('the function imports something that is no function');
    reader.skipNumber();
  }
}

/** With one entry more at its end. */
function appended(
  body: Uint8Array | undefined,
  entry: readonly number[],
): { body: Uint8Array; index: number } {
  if (!body) return { body: Uint8Array.from([1, ...entry]), index: 0 };
  const reader = byteReader(body);
  const count = reader.number();
  return {
    body: Buffer.concat([Buffer.from(unsigned(count + 1)), body.subarray(reader.at), Buffer.from(entry)]),
    index: count,
  };
}

/** `var i64 = 0` */
const COUNTER = [0x7e, 1, 0x42, 0, 0x0b];
const exported = (index: number) => [SPENT.length, ...Buffer.from(SPENT), 3, ...unsigned(index)];
const spend = (cost: number, index: number) =>
  cost === 0 ? [] : [0x23, ...unsigned(index), 0x42, ...signed(cost), 0x7c, 0x24, ...unsigned(index)];

function meteredFunction(reader: ByteReader, counter: number): Buffer {
  const end = reader.number() + reader.at;
  const parts: Uint8Array[] = [];
  let from = reader.at;
  const copied = (to: number) => {
    parts.push(reader.bytes.subarray(from, to));
    from = to;
  };
  for (let locals = reader.number(); locals > 0; locals -= 1) {
    reader.skipNumber();
    reader.skipNumber();
  }
  copied(reader.at);
  while (reader.at < end) {
    let cost = 0;
    for (let ends = false; !ends && reader.at < end;) {
      const read = readInstruction(reader);
      cost += read.cost;
      ends = read.ends;
    }
    parts.push(Buffer.from(spend(cost, counter)));
    copied(reader.at);
  }
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(unsigned(body.length)), body]);
}

function meteredCode(body: Uint8Array, counter: number): Buffer {
  const reader = byteReader(body);
  const count = reader.number();
  const functions = Array.from({ length: count }, () => meteredFunction(reader, counter));
  return Buffer.concat([Buffer.from(unsigned(count)), ...functions]);
}

/** The same module, with the count of instructions in the exported global `__spent`. */
export function meteredModule(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = new Map(
    sectionsOf(module)
      .filter(({ id }) => id !== 0)
      .map(({ id, body }) => [id, body]),
  );
  const imports = sections.get(IMPORTS);
  if (imports) refuseOtherImports(imports);
  const globals = appended(sections.get(GLOBALS), COUNTER);
  sections.set(GLOBALS, globals.body);
  sections.set(EXPORTS, appended(sections.get(EXPORTS), exported(globals.index)).body);
  sections.set(CODE, meteredCode(sections.get(CODE) ?? Uint8Array.of(0), globals.index));
  const written = ORDER.flatMap((id) => {
    const body = sections.get(id);
    return body ? [Buffer.from([id, ...unsigned(body.length)]), body] : [];
  });
  return Uint8Array.from(Buffer.concat([module.subarray(0, 8), ...written]));
}
