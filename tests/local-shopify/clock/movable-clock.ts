// The time of local Shopify, the demo and the app: the machine's, any later one, or an earlier one in which a shop begins.
// Kept in a file that web and worker read, and that the next start finds.
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '#tests/local-shopify/shop/refused.ts';
import { KNOWN_MS } from './shifted-date.ts';

/** The machine's time, also in a process whose own `Date` follows a clock's file (shifted-date.ts). */
function machineMs(): number {
  const { TrueDate = Date } = globalThis as { TrueDate?: DateConstructor };
  return TrueDate.now();
}

export class MovableClock {
  readonly file: string;
  #shiftMs: number;

  private constructor(file: string, shiftMs: number) {
    this.file = file;
    this.#shiftMs = shiftMs;
  }

  /** Goes on where an earlier run left it. @throws Error when the file holds no number. */
  static async open(file: string): Promise<MovableClock> {
    const shiftMs = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (!Number.isSafeInteger(shiftMs)) throw new Error(`${file} holds no shift of the clock.`);
    const clock = new MovableClock(file, shiftMs);
    await clock.#write();
    return clock;
  }

  readonly now = (): Date => new Date(machineMs() + this.#shiftMs);

  /**
   * Returns once everybody who reads the file lives there too. @returns by how many milliseconds it moved.
   * @throws Refused for an instant that isn't ahead: what has happened stays behind us.
   */
  async moveTo(instant: Date): Promise<number> {
    const movedMs = instant.getTime() - this.now().getTime();
    if (movedMs <= 0) throw new Refused('the clock never goes back');
    await this.#shiftTo(this.#shiftMs + movedMs);
    return movedMs;
  }

  /** How far it is behind the machine's clock; 0 once it isn't. */
  get behindMs(): number {
    return Math.max(0, -this.#shiftMs);
  }

  /** Any instant, for a world in which nothing has happened yet. Returns as `moveTo` does. */
  async beginAt(instant: Date): Promise<void> {
    await this.#shiftTo(instant.getTime() - machineMs());
  }

  /** From a beginning in the past to where the machine is. @returns as `moveTo` */
  async catchUp(): Promise<number> {
    const movedMs = this.behindMs;
    if (movedMs > 0) await this.#shiftTo(0);
    return movedMs;
  }

  async #shiftTo(shiftMs: number): Promise<void> {
    this.#shiftMs = Math.round(shiftMs);
    await this.#write();
    await sleep(2 * KNOWN_MS);
  }

  // In one step, so that nobody reads half a number.
  async #write(): Promise<void> {
    const next = `${this.file}.next`;
    await writeFile(next, String(this.#shiftMs));
    await rename(next, this.file);
  }
}
