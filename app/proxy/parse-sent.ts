// The body of every action of the shop's pages: JSON, and the language in which the page speaks.
import { z } from 'zod';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';

const spoken = z.object({ language: z.enum(LANGUAGES) });

/** `sent` is undefined where the body is no JSON. */
export function parseSent(body: Buffer): { sent: unknown; language: Language } {
  const sent = parseJson(body.toString('utf8'));
  return { sent, language: spoken.safeParse(sent).data?.language ?? 'en' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
