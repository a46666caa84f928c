import { useLoaderData } from '@remix-run/react';
import { GalleryPage } from '#app/ui/moments/list/gallery-page.tsx';
import { readProgramFigures } from '#app/usecases/figures/read-program-figures.ts';
import { readMomentHearing } from '#app/usecases/notices/read-hearing.ts';
import { readCeilings } from '#app/usecases/moments/read-ceilings.ts';
import { readMomentFigures } from '#app/usecases/moments/read-moment-figures.ts';
import { readWouldHave } from '#app/usecases/moments/read-would-have.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant(async (visit) => {
  const [data, { giftsByMoment: gifts }, wouldHave, hearing, figures] = await Promise.all([
    loadProgram(visit),
    readProgramFigures(visit.shop),
    readWouldHave(visit.shop),
    readMomentHearing(visit.shop.id),
    readMomentFigures(visit.shop),
  ]);
  const ceilings = await readCeilings(visit.shop.id, data.published.rules);
  return { ...data, gifts, wouldHave, hearing, figures, ceilings };
});

export default function Moments() {
  return <GalleryPage data={useLoaderData<typeof loader>()} />;
}
