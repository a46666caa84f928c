import { now } from '#app/clock.server.ts';

/** So many milliseconds from now: when the bell rings for it. */
export const later = (ms: number): Date => new Date(now().getTime() + ms);
