import { registry } from '#app/metrics/registry.server.ts';

type Sample = { metricName?: string; value: number; labels: Partial<Record<string, string | number>> };

/** The value of one series now; 0 where nothing was counted yet. Of a histogram ask for `…_count` or `…_sum`. */
export async function metric(name: string, labels: Record<string, string | number> = {}): Promise<number> {
  for (const { name: own, values } of await registry.getMetricsAsJSON()) {
    const found = (values as Sample[]).find(
      (sample) => (sample.metricName ?? own) === name && isOf(sample, labels),
    );
    if (found) return found.value;
  }
  return 0;
}

function isOf(sample: Sample, labels: Record<string, string | number>): boolean {
  return Object.entries(labels).every(([key, wanted]) => String(sample.labels[key]) === String(wanted));
}
