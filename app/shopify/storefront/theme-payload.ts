// Bodies of `themes/*` webhooks: which theme, and whether it is the published one. What it shows is read.
import { z } from 'zod';
import { refusedFields, toldId } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const body = z.object({ id: toldId, role: z.string().nullish() });

export type ThemeNews = { kind: 'published' | 'another' } | { kind: 'unreadable'; reason: string };

/** A theme whose role nobody told may be the published one. */
export function parseThemeNews(raw: string): ThemeNews {
  const read = body.safeParse(parseBody(raw));
  if (!read.success) return { kind: 'unreadable', reason: `not a theme: ${refusedFields(read.error)}` };
  const { role } = read.data;
  return { kind: role == null || role === 'main' ? 'published' : 'another' };
}
