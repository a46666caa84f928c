// Bodies that are only looked into after their signature was checked.
import { parseLossless } from './lossless-json.ts';

/** Undefined when the text is no JSON: no schema accepts that, so it is refused like any other wrong shape. */
export function parseBody(raw: string): unknown {
  try {
    return parseLossless(raw);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
