import { useLoaderData } from '@remix-run/react';
import { GalleryPage } from '#app/ui/moments/list/gallery-page.tsx';
import { readProgramFigures } from '#app/usecases/figures/read-program-figures.ts';
import { readMomentHearing } from '#app/usecases/notices/read-hearing.ts';
import { readWouldHave } from '#app/usecases/moments/read-would-have.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant(async (visit) => {
  const [data, { giftsByMoment: gifts }, wouldHave, hearing] = await Promise.all([
    loadProgram(visit),
    readProgramFigures(visit.shop),
    readWouldHave(visit.shop),
    readMomentHearing(visit.shop.id),
  ]);
  return { ...data, gifts, wouldHave, hearing };
});

export default function Moments() {
  return <GalleryPage data={useLoaderData<typeof loader>()} />;
}
