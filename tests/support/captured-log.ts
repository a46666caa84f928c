// The log as it is written, at `trace`, instead of to the standard output.
import pino from 'pino';
import { onTestFinished, vi } from 'vitest';
import { log } from '#app/log.server.ts';

export type LoggedLine = Record<string, unknown> & { msg?: string };

/** Until the test is over. */
export function captureLog(): LoggedLine[] {
  const lines: LoggedLine[] = [];
  const { [pino.symbols.streamSym]: stream } = log as unknown as Record<
    symbol,
    { write(text: string): boolean }
  >;
  if (!stream) throw new Error('the log has no stream');
  const write = vi.spyOn(stream, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(text) as LoggedLine);
    return true;
  });
  const { level } = log;
  log.level = 'trace';
  onTestFinished(() => {
    log.level = level;
    write.mockRestore();
  });
  return lines;
}
