import { forMerchant } from './merchant/for-merchant.ts';

/** An address of the app where nothing is: the boundary says so inside the frame, to merchants only. */
export const loader = forMerchant(async (): Promise<never> => {
  throw Response.json(null, { status: 404 });
});

export default function Nothing() {
  return null;
}
