// What goes wrong between the app and one shop, on request. A fault happens to the next so many Admin calls; a script
// answers in the stand-in's place for as long as it is there.
import type { AdminCall } from './call-log.ts';
import { HeldCalls } from './held-calls.ts';

export type Fault =
  /** Answered with THROTTLED, nothing done. */
  | 'throttle'
  /** Never answered, nothing done. */
  | 'time_out'
  /** Carried out, and the connection breaks before the answer. */
  | 'lose_answer'
  /** 500, nothing done. */
  | 'error';

export type Scripted = { status: number; body: object; headers?: Record<string, string> };

/** Before tokens are looked at; the stand-in answers where it says null. */
export type Script = (
  call: AdminCall,
  variables: Record<string, unknown>,
) => Scripted | null | Promise<Scripted | null>;

/** What becomes of an answer on its way: part of it is missing, say. The answer itself when it says so. */
export type Rewrite = (call: AdminCall, answer: object) => object;

/** Why one metafield is refused; null where it is taken. */
export type RefuseMetafield = (input: {
  ownerId: string;
  key: string;
}) => { message: string; code: string } | null;

export class Faults {
  readonly held = new HeldCalls();
  /** For what Shopify may answer and the stand-in never does by itself. */
  script: Script | null = null;
  /** For answers that are less than the truth. */
  rewrite: Rewrite | null = null;
  /** A refusal of metafieldsSet for which the input gives no reason. */
  refuseMetafield: RefuseMetafield | null = null;
  /** Whose tags are refused, for no reason that the input gives. */
  refuseTags: ((customerId: string) => boolean) | null = null;
  /** What every request for tokens is answered. */
  tokenRefusal: Scripted | null = null;
  /** How long each of them takes. */
  tokenMs = 0;
  #planned: Fault[] = [];

  plan(fault: Fault, calls = 1): void {
    for (let call = 0; call < calls; call += 1) this.#planned.push(fault);
  }

  /** Calls that something will still happen to. */
  get planned(): number {
    return this.#planned.length;
  }

  /** Everything goes well again. */
  clear(): void {
    this.#planned = [];
    Object.assign(this, { script: null, rewrite: null, refuseMetafield: null });
    Object.assign(this, { refuseTags: null, tokenRefusal: null });
  }

  take(): Fault | null {
    return this.#planned.shift() ?? null;
  }
}
