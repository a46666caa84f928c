// A whole number as people type it, and what is wrong with what they typed.

export type NumberProblem = 'required' | 'notANumber' | 'notWhole' | 'tooSmall' | 'tooLarge';

/** Null for a whole number from 1 to `most`. */
export function wholeProblem(typed: string, most: number): NumberProblem | null {
  const trimmed = typed.trim();
  if (trimmed === '') return 'required';
  if (/^-?\d+[.,]\d+$/.test(trimmed)) return 'notWhole';
  if (/^-\d+$/.test(trimmed) || /^0+$/.test(trimmed)) return 'tooSmall';
  if (!/^\d+$/.test(trimmed)) return 'notANumber';
  return trimmed.length > 15 || Number(trimmed) > most ? 'tooLarge' : null;
}
