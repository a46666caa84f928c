// The one place that reads the time. A demo or a test may shift it.
let shiftMs = 0;

export function now(): Date {
  return new Date(Date.now() + shiftMs);
}

export function shiftClock(ms: number): void {
  shiftMs = ms;
}
