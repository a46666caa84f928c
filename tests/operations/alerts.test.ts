// The alert rules ask for nothing that isn't measured, and each says in alerts.md what to do.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { JOBS } from '#app/core/jobs.ts';
import { registry } from '#app/metrics/registry.server.ts';
import { measureProcess } from '#app/metrics/process-metrics.server.ts';
import '#app/metrics/admin-metrics.server.ts';
import '#app/metrics/job-metrics.server.ts';
import '#app/metrics/state-metrics.server.ts';
import '#app/metrics/web-metrics.server.ts';
import '#app/metrics/work-metrics.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { readAllStates } from '#app/db/upkeep/all-states.server.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

type Rule = { alert: string; expr: string; labels: { severity: string }; annotations: { summary: string } };
const { groups } = parse(read('app/docs/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** Names of series; Prometheus' own `up` is every job's. */
const named = (text: string) =>
  [...text.matchAll(/\b(?:sixth|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name);

async function measuredNames(): Promise<Set<string>> {
  measureProcess('web');
  const metrics = await registry.getMetricsAsJSON();
  return new Set(
    metrics.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [`${name}_count`, `${name}_sum`, `${name}_bucket`] : [name],
    ),
  );
}

/** Of `metric{label="a"}` and `metric{label=~"a|b"}`: the values asked for. */
const labelled = (metric: string, label: string) =>
  rules.flatMap(({ expr }) =>
    [...expr.matchAll(new RegExp(`${metric}\\{${label}=~?"([^"]+)"`, 'g'))].flatMap(([, values = '']) =>
      values.split('|'),
    ),
  );

describe('the alert rules', () => {
  it('are there, each once, with a severity and a summary', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { labels, annotations } of rules) {
      expect(['page', 'look']).toContain(labels.severity);
      expect(annotations.summary).not.toBe('');
    }
  });

  it('ask for metrics that the registry has', async () => {
    const known = await measuredNames();
    const unknown = rules.flatMap(({ expr }) => named(expr)).filter((name) => !known.has(name));
    expect(unknown).toEqual([]);
  });

  it('ask for states that are measured', async () => {
    const states = await withTransaction((client) => readAllStates(client, new Date()));
    const known = Object.keys(states?.health ?? {});
    const asked = ['sixth_state_count', 'sixth_state_oldest_seconds'].flatMap((name) =>
      labelled(name, 'state'),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((state) => !known.includes(state))).toEqual([]);
    const jobs = Object.keys(states?.jobs ?? {});
    const queue = ['sixth_queue_jobs', 'sixth_queue_oldest_seconds'].flatMap((name) =>
      labelled(name, 'state'),
    );
    expect(queue.filter((state) => !jobs.includes(state))).toEqual([]);
    expect(labelled('sixth_shops', 'state').filter((state) => !(state in (states?.shops ?? {})))).toEqual([]);
  });

  it('each have a paragraph that says what to do, and it names metrics and jobs that are there', async () => {
    const paper = read('app/docs/alerts.md');
    const headings = [...paper.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(rules.map(({ alert }) => alert));
    const known = await measuredNames();
    expect(named(paper).filter((name) => !known.has(name))).toEqual([]);
    const jobs = [...paper.matchAll(/`([a-z]+_[a-z]+_[a-z]+|(?:sync|reconcile)_[a-z]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(
      jobs.filter(
        (name) =>
          !(name in JOBS) && !known.has(name) && !name.startsWith('pg_') && name !== 'max_connections',
      ),
    ).toEqual([]);
  });
});
