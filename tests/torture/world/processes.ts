// Web and worker processes: killed, stopped and started again. One that ends without our asking is counted.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAppProcess, type AppProcess } from '#tests/demo/app-process.ts';
import type { Counts } from '../counts.ts';

export type Kind = 'web' | 'worker';
type Surroundings = {
  env: Record<string, string>;
  localShopifyUrl: string;
  clockFile: string;
  logFolder: string;
  counts: Counts;
};

/** A place for one process, which is empty between two of them. */
type Place = { kind: Kind; index: number; starts: number; process: AppProcess | null; busy: boolean };

export class Processes {
  readonly #around: Surroundings;
  readonly #places: Place[];
  /** What the processes that died by themselves said last. */
  readonly lastWords: string[] = [];
  #stopped = false;

  constructor(around: Surroundings, many: Record<Kind, number>) {
    this.#around = around;
    this.#places = (['web', 'worker'] as const).flatMap((kind) =>
      Array.from({ length: many[kind] }, (_, index) => ({
        kind,
        index,
        starts: 0,
        process: null,
        busy: false,
      })),
    );
  }

  /** For the first time, or again after a stop. */
  async start(): Promise<void> {
    this.#stopped = false;
    await Promise.all(this.#places.map((place) => this.#start(place)));
  }

  /** The address of a web process that runs; one that refuses connections where none does. */
  address(turn: number): string {
    const webs = this.#places.filter(({ kind, process }) => kind === 'web' && process !== null);
    const port = webs[turn % Math.max(1, webs.length)]?.process?.ready.port;
    return `http://127.0.0.1:${port ?? 9}`;
  }

  /** Ends one process of the kind, which is gone for `ms`. Does nothing where all of them are being ended already. */
  async end(kind: Kind, how: 'kill' | 'stop', turn: number, ms: number): Promise<boolean> {
    const places = this.#places.filter((place) => place.kind === kind && !place.busy && place.process);
    const place = places[turn % Math.max(1, places.length)];
    if (!place?.process) return false;
    place.busy = true;
    const ending = place.process;
    place.process = null;
    await ending[how]();
    await sleep(ms);
    await this.#start(place);
    place.busy = false;
    return true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const running = this.#places.flatMap(({ process }) => process ?? []);
    for (const place of this.#places) place.process = null;
    await Promise.all(running.map((one) => one.stop()));
  }

  async #start(place: Place): Promise<void> {
    const { kind, index } = place;
    while (!this.#stopped) {
      place.starts += 1;
      const logFolder = path.join(this.#around.logFolder, `${kind}-${index}-${place.starts}`);
      try {
        const started = await startAppProcess({ name: kind, ...this.#around, logFolder });
        place.process = started;
        started.ended.catch((error: unknown) => this.#died(place, started, error));
        return;
      } catch (error) {
        this.#note(kind, error);
        await sleep(200);
      }
    }
  }

  /** Whoever we end is out of its place before. */
  #died(place: Place, process: AppProcess, error: unknown): void {
    if (this.#stopped || place.process !== process) return;
    place.process = null;
    this.#note(place.kind, error);
    void this.#start(place);
  }

  #note(kind: Kind, error: unknown): void {
    this.#around.counts.add(`${kind} died by itself`);
    this.lastWords.push(error instanceof Error ? error.message : String(error));
  }
}
