// Figures as a table for people, or as one JSON line for machines.
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { ratio, spread, type Figure, type Spread } from './figures.ts';

export type Failed = { part: string; reason: string };
export type Report = { figures: readonly Figure[]; failed: readonly Failed[]; postgres: string };

const HEAD = ['part', 'figure', 'ours', 'baseline', 'ratio', 'wanted'];

function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function text({ median, min, max }: Spread, unit = ''): string {
  return `${number(median)}${unit && ` ${unit}`} (${number(min)}–${number(max)})`;
}

function row(figure: Figure): string[] {
  const { baseline, unit, part, name, wanted } = figure;
  const beside = ratio(figure);
  return [
    part,
    name,
    text(spread(figure.ours), unit),
    baseline ? `${baseline.name}: ${text(spread(baseline.values), unit)}` : '–',
    beside ? text(beside) : '–',
    wanted ?? '–',
  ];
}

function machine({ postgres }: Report): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${availableParallelism()} × ${model}, Node ${process.versions.node}, PostgreSQL ${postgres}`;
}

/** Medians of the rounds, with the lowest and the highest. */
export function table(report: Report): string {
  const rows = [HEAD, ...report.figures.map(row)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const failed = report.failed.map(({ part, reason }) => `${part} FAILED: ${reason}`);
  const [head = '', ...body] = lines;
  return [machine(report), '', head, rule, ...body, ...failed, ''].join('\n');
}

/** The same on one line; `rounds` are in the order measured. */
export function json(report: Report): string {
  const figures = report.figures.map((figure) => ({
    part: figure.part,
    name: figure.name,
    unit: figure.unit,
    ours: { ...spread(figure.ours), rounds: figure.ours },
    baseline: figure.baseline && {
      name: figure.baseline.name,
      ...spread(figure.baseline.values),
      rounds: figure.baseline.values,
    },
    ratio: ratio(figure),
    wanted: figure.wanted,
  }));
  return `${JSON.stringify({ machine: machine(report), figures, failed: report.failed })}\n`;
}
