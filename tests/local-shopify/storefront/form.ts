// Fields of a posted form; one that is missing or repeated counts as empty.
import type { Request } from 'express';

export function field(request: Request, name: string): string {
  const body: unknown = request.body;
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
