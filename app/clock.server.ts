// The one place that reads the time.

export function now(): Date {
  return new Date();
}
