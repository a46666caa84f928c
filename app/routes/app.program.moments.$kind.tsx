import { useLoaderData } from '@remix-run/react';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { MomentPage } from '#app/ui/moments/moment-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant(async ({ params, ...visit }) => {
  const kind = MOMENTS.find((one) => one === params['kind']);
  if (!kind) throw Response.json(null, { status: 404 });
  return { data: await loadProgram(visit), kind };
});

export const shouldRevalidate = revalidateUnlessRefused;

export default function Moment() {
  const { data, kind } = useLoaderData<typeof loader>();
  return <MomentPage key={kind} data={data} kind={kind} />;
}
