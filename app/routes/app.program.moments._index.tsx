import { useLoaderData } from '@remix-run/react';
import { GalleryPage } from '#app/ui/moments/list/gallery-page.tsx';
import { readProgramFigures } from '#app/usecases/figures/read-program-figures.ts';
import { readWouldHave } from '#app/usecases/moments/read-would-have.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant(async (visit) => {
  const [data, { giftsByMoment: gifts }, wouldHave] = await Promise.all([
    loadProgram(visit),
    readProgramFigures(visit.shop),
    readWouldHave(visit.shop),
  ]);
  return { ...data, gifts, wouldHave };
});

export default function Moments() {
  return <GalleryPage data={useLoaderData<typeof loader>()} />;
}
