import process from 'node:process';

/** The first signal ends the process in good order, the second at once. */
export function onStopSignals(end: (signal: NodeJS.Signals) => void): void {
  let asked = false;
  const heard = (signal: NodeJS.Signals) => {
    if (asked) process.exit(1);
    asked = true;
    end(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, heard);
}
