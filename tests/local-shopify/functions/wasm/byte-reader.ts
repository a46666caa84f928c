// Reads a wasm module's bytes, and writes its numbers.

export type ByteReader = {
  at: number;
  readonly bytes: Uint8Array;
  byte: () => number;
  /** An unsigned number of LEB128. */
  number: () => number;
  /** Steps over a number of LEB128, signed or not. */
  skipNumber: () => void;
};

/** @throws {RangeError} past the end: no module is cut short */
export function byteReader(bytes: Uint8Array, start = 0): ByteReader {
  const reader: ByteReader = {
    at: start,
    bytes,
    byte: () => {
      const read = bytes[reader.at];
      if (read === undefined) throw new RangeError('the module ends too early');
      reader.at += 1;
      return read;
    },
    number: () => {
      let read = 0;
      for (let scale = 1; ; scale *= 128) {
        const part = reader.byte();
        read += (part & 0x7f) * scale;
        if (part < 0x80) return read;
      }
    },
    skipNumber: () => {
      while (reader.byte() >= 0x80);
    },
  };
  return reader;
}

/** A number of 0 or more as LEB128. */
export function unsigned(value: number): number[] {
  const rest = Math.floor(value / 128);
  return rest > 0 ? [(value % 128) | 0x80, ...unsigned(rest)] : [value % 128];
}

/** A number of 0 or more as LEB128 with a sign. */
export function signed(value: number): number[] {
  return value < 64 ? [value] : [(value % 128) | 0x80, ...signed(Math.floor(value / 128))];
}
