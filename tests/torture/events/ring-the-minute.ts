// A minute begins: what is due by the clock is rung, and days that have begun are swept, in the middle of everything.
import type { TortureEvent } from './torture-event.ts';

const RING = `select graphile_worker.add_job('rescue_jobs', job_key => 'rescue_jobs')`;

export const ringTheMinute: TortureEvent = {
  name: 'minute',
  weight: 1.5,
  draw(_random, _history, { merchant }) {
    return async () => {
      await merchant.look(RING, []);
    };
  },
};
