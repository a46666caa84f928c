// Fields of a posted form; one that is missing or repeated counts as empty.
import type { Request } from 'express';

export function field(request: Request, name: string): string {
  const body: unknown = request.body;
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number from 0, or null. */
export function wholeNumber(request: Request, name: string): number | null {
  const text = field(request, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
