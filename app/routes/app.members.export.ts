import { memberFileHead, memberFileRow, type MemberFileRow } from '#app/ui/members/member-file.ts';
import { readPublished } from '#app/usecases/editing/read-published.ts';
import { exportMembers, type ExportedPage } from '#app/usecases/members/export-members.ts';
import { csvFile } from './merchant/csv-file.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { wantedMembers } from './merchant/wanted-members.ts';

/** The list of members as a file: all whom its filter or search finds, on whichever page. */
export const loader = forMerchant(async ({ shop, language, request }) => {
  const { rules } = await readPublished(shop);
  const context = { cards: rules.cards, timeZone: shop.timeZone, language };
  const wanted = wantedMembers(new URL(request.url));
  return csvFile(rowsOf(exportMembers(shop, wanted, request.signal), context));
});

type Context = Parameters<typeof memberFileHead>[0];

async function* rowsOf(pages: AsyncIterable<ExportedPage>, context: Context): AsyncGenerator<MemberFileRow> {
  yield memberFileHead(context);
  for await (const { members, names } of pages) {
    for (const member of members) yield memberFileRow(member, names[member.customerId], context);
  }
}
