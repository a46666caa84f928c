import { useIndexResourceState } from '@shopify/polaris';
import { useState } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { BulkAdjustModal } from './bulk-adjust-modal.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import type { MembersData } from './members-data.ts';
import { useBulk } from './use-bulk.ts';
import { useDialog } from './use-dialog.ts';

/** What can be done to the members who are chosen on this page of the list, and what became of it. */
export function useBulkActions(data: MembersData, nameOf: (customerId: string) => string) {
  const { members: texts } = useTexts();
  const rows = useIndexResourceState(data.members);
  const { dialog, open, close } = useDialog<'adjust'>();
  const [adjusting, setAdjusting] = useState<string[]>([]);
  const [dismissed, setDismissed] = useState<unknown>(null);
  const bulk = useBulk();
  // As they were when something was sent: whoever a filter no longer shows is still told of by name.
  const [rowsThen, setRowsThen] = useState(data.members);
  const named = (memberId: string) =>
    nameOf(rowsThen.find(({ id }) => id === memberId)?.customerId ?? memberId);
  const ids = rows.selectedResources;
  const block = (blocked: boolean) => {
    const memberIds = data.members.filter((one) => ids.includes(one.id) && one.blocked !== blocked);
    setRowsThen(data.members);
    if (memberIds.length > 0) bulk.send({ do: 'block', memberIds: memberIds.map(({ id }) => id), blocked });
    rows.clearSelection();
  };
  const adjust = () => {
    setRowsThen(data.members);
    setAdjusting(ids);
    open('adjust');
  };
  const finish = () => {
    close();
    if (bulk.answer?.ok) rows.clearSelection();
  };
  return {
    chosen: { ids, all: rows.allResourcesSelected, change: rows.handleSelectionChange },
    actions: [
      { content: texts.adjust, onAction: adjust },
      { content: texts.leaveOut, onAction: () => block(true) },
      { content: texts.takeIn, onAction: () => block(false) },
    ],
    parts: (
      <>
        {bulk.answer !== dismissed && (
          <BulkOutcome bulk={bulk} nameOf={named} onDismiss={() => setDismissed(bulk.answer)} />
        )}
        {dialog && <BulkAdjustModal bulk={bulk} cards={data.cards} memberIds={adjusting} onClose={finish} />}
      </>
    ),
  };
}
