import { encodingOf } from './text-of.ts';

/** A small file's text: Windows' own encoding where it isn't what it should be. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf([...bytes.slice(0, 2)]), { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
