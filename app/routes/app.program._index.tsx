import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { stoppedMoments } from '#app/core/moments/ceiling-state.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { OverviewPage } from '#app/ui/editing/overview/overview-page.tsx';
import { changeDraftPart } from '#app/usecases/editing/change-draft-part.ts';
import { saveProgramForm } from '#app/usecases/editing/save-program-form.ts';
import { readProgramFigures } from '#app/usecases/figures/read-program-figures.ts';
import { editedForm } from './merchant/edited-form.ts';
import { readCeilings } from '#app/usecases/moments/read-ceilings.ts';
import { readWhereSeen } from '#app/usecases/storefront/read-where-seen.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';
import { parseBody } from './merchant/parse-body.ts';

export const loader = forMerchant(async (visit) => {
  const [data, figures, seen] = await Promise.all([
    loadProgram(visit),
    readProgramFigures(visit.shop),
    readWhereSeen(visit.shop.id),
  ]);
  const ceilings = await readCeilings(visit.shop.id, data.published.rules);
  return { data, figures: { ...figures, stopped: stoppedMoments(ceilings) }, seen };
});

const partStep = z.object({
  do: z.enum(['remove-card', 'keep-card', 'remove-reward', 'keep-reward', 'remove-moment', 'keep-moment']),
  key: z.string().max(32),
  revision: z.int().min(0),
});
const wanted = z.union([editedForm, partStep]);

/** What the parts' pages save, and what the overview changes by itself. */
export const action = forMerchant(async ({ shop, request }) => {
  const asked = await parseBody(request, wanted);
  if (!('do' in asked)) return saveProgramForm(shop.id, asked);
  const { revision, ...step } = asked;
  const saved = await changeDraftPart(shop.id, step, revision);
  return saved.ok ? ({ ok: true } as const) : saved;
});

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export default function Program() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
