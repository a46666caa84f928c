import type { Language } from './languages.ts';

/** `.` or `,`, as people of this language write 1.5. */
export function decimalMark(language: Language): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
