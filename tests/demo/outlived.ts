import process from 'node:process';

const everyMs = 250;

/**
 * npm starts us through a shell, and a shell that is told to end doesn't tell us: our parent is another one then.
 * Started by hand, we may outlive whoever did.
 */
export function onceOutlived(stop: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, everyMs);
  timer.unref();
}
