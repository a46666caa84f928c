// What shoppers do on the shop's pages: they tap, and where nobody answers they tap again with the same key, as the block's
// script does.
import { setTimeout as sleep } from 'node:timers/promises';

export type Asked = {
  domain: string;
  /** Who is signed in. */
  customerId: string;
  action: 'redeem' | 'give-back' | 'leave' | 'return' | 'choose' | 'life-date' | 'birthday';
  body: { requestKey: string } & Record<string, string | number>;
};

type SaidVoucher = { id: string; code: string | null; until: string; state: string };
export type Answer = {
  status: number;
  ok: boolean;
  message?: string;
  refused?: string;
  voucher?: SaidVoucher;
};

/** Null where nobody answers, or not in time. @param patienceMs after which the shopper waits no longer; the app may go on */
export type Ask = (asked: Asked, patienceMs?: number) => Promise<Answer | null>;

/** Longer than anything that a fault takes. */
const ANSWERS_WITHIN_MS = 120_000;
const AGAIN_MS = 150;
/** Too many actions within a minute. */
const TOO_OFTEN = 429;

export class Shopper {
  readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** What was answered in the end. */
  async answered(asked: Asked): Promise<Answer> {
    const untilMs = performance.now() + ANSWERS_WITHIN_MS;
    let last: Answer | null = null;
    while (performance.now() < untilMs) {
      last = await this.ask(asked);
      if (last && last.status < 500 && last.status !== TOO_OFTEN) return last;
      await sleep(last?.status === TOO_OFTEN ? 10 * AGAIN_MS : AGAIN_MS);
    }
    throw new Error(`${asked.action} of ${asked.customerId} is never answered: ${JSON.stringify(last)}`);
  }
}
