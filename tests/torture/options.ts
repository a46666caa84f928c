// `npm run torture -- --seed 7 --orders 5000 --minutes 10 --shops 10 --year`
import { parseArgs } from 'node:util';

export type Options = {
  seed: number;
  orders: number;
  /** The history is spread over so long; 0: as fast as it goes. */
  minutes: number;
  shops: number;
  webs: number;
  workers: number;
  /** How often the ground breaks: kills, stops, cuts. */
  breaks: number;
  /** Where the processes' logs are kept; nowhere when absent. */
  logs?: string;
  /** Whether a year in which hardly anybody orders follows the history. */
  year: boolean;
  json: boolean;
};

/** @throws Error of one line for what can't be read */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ seed: text, orders: text, minutes: text, shops: text },
      ...{
        webs: text,
        workers: text,
        breaks: text,
        json: { type: 'boolean' },
        year: { type: 'boolean' },
        logs: text,
      },
    },
  });
  const of = (name: Exclude<keyof Options, 'json' | 'year' | 'logs'>, otherwise: number): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    const read = Number(given);
    if (!Number.isFinite(read) || read < 0) throw new Error(`--${name} ${given} is no number.`);
    return read;
  };
  const minutes = of('minutes', 2);
  return {
    seed: of('seed', Date.now() % 1_000_000),
    orders: of('orders', 1_000),
    minutes,
    shops: Math.max(1, of('shops', 4)),
    webs: Math.max(1, of('webs', 2)),
    workers: Math.max(1, of('workers', 2)),
    breaks: of('breaks', Math.max(8, Math.round(minutes * 4))),
    ...(values.logs === undefined ? {} : { logs: values.logs }),
    year: values.year === true,
    json: values.json === true,
  };
}
