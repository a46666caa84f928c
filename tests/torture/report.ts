// What a torture found, for people and as one line of JSON.
import type { Checked } from './checks/torture-check.ts';

export type Report = {
  seed: number;
  orders: number;
  events: Record<string, number>;
  deliveries: Record<string, number>;
  faults: Record<string, number>;
  /** What happened to processes beside what we did to them. */
  processes: Record<string, number>;
  lastWords: string[];
  secondsToPlay: number;
  secondsToHeal: number;
  /** What was still to be done when time ran out. */
  open: Record<string, number>;
  checks: Record<string, Checked>;
};

const MOST_TOLD = 60;

type Verdict = Pick<Report, 'open' | 'checks' | 'processes' | 'lastWords'>;

/** One line for each thing that isn't as it should be. */
export function wrongs({ open, checks, processes, lastWords }: Verdict): string[] {
  const undone = Object.entries(open).map(([name, many]) => `still to be done: ${many} ${name}`);
  const died = Object.entries(processes)
    .filter(([name]) => name.endsWith('died by itself'))
    .map(([name, many]) => `${name}: ${many} times; ${lastWords.slice(0, 3).join(' | ')}`);
  return [
    ...undone,
    ...died,
    ...Object.values(checks).flatMap(({ wrong, stories = [] }) => [...wrong, ...stories]),
  ];
}

export function reportText(report: Report): string {
  const said = (name: string, of: Record<string, number>) =>
    `${name}: ${
      Object.entries(of)
        .map(([what, many]) => `${many} ${what}`)
        .join(', ') || 'none'
    }`;
  const checks = Object.entries(report.checks).map(
    ([name, { compared, wrong }]) =>
      `${name}: ${compared} compared, ${wrong.length === 0 ? 'all right' : `${wrong.length} wrong`}`,
  );
  const found = wrongs(report);
  return [
    `seed ${report.seed}, ${report.orders} orders`,
    said('events', report.events),
    said('deliveries', report.deliveries),
    said('faults', report.faults),
    said('processes', report.processes),
    `played in ${report.secondsToPlay} s, at rest after ${report.secondsToHeal} s more`,
    ...checks,
    found.length === 0 ? 'All is as it should be.' : `WRONG:\n${found.slice(0, MOST_TOLD).join('\n')}`,
    '',
  ].join('\n');
}
