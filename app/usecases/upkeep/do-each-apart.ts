// Several errands of one job: one that fails keeps none of the others from being done.
import { log } from '#app/log.server.ts';

type Errands = Readonly<Record<string, () => Promise<unknown>>>;

/** Does all of them, in their order. Throws the first failure at the end, so that the job is tried again: twice must be as good as once. */
export async function doEachApart(errands: Errands): Promise<void> {
  const failures: unknown[] = [];
  for (const [errand, work] of Object.entries(errands)) {
    try {
      await work();
    } catch (err) {
      log.error({ err, errand }, 'an errand failed; the others go on');
      failures.push(err);
    }
  }
  if (failures.length > 0) throw failures[0];
}
