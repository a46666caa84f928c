import { useIndexResourceState } from '@shopify/polaris';
import { useState } from 'react';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { BulkAdjustModal } from './bulk-adjust-modal.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import type { MembersData } from './members-data.ts';
import { useBulk } from './use-bulk.ts';
import { useDialog } from './use-dialog.ts';

const newKey = (): string => crypto.randomUUID();

/** What can be done to the members who are chosen on this page of the list, and what became of it. */
export function useBulkActions(data: MembersData, nameOf: (customerId: string) => string) {
  const { members: texts } = useTexts();
  const rows = useIndexResourceState(data.members);
  /** On a phone, where rows have no boxes until they are asked for. */
  const [choosing, setChoosing] = useState(false);
  const { dialog, open, close } = useDialog<'adjust'>();
  const [adjusting, setAdjusting] = useState<string[]>([]);
  const [dismissed, setDismissed] = useState<unknown>(null);
  /** Kept over dialogs: of one whose answer was lost, some may be adjusted, and the next must not adjust them twice. */
  const [requestKey, setRequestKey] = useState(newKey);
  const bulk = useBulk();
  // As they were when something was sent: whoever a filter no longer shows is still told of by name.
  const [rowsThen, setRowsThen] = useState(data.members);
  const named = (memberId: string) =>
    nameOf(rowsThen.find(({ id }) => id === memberId)?.customerId ?? memberId);
  // Whom another page of the list shows isn't changed from here.
  const ids = rows.selectedResources.filter((id) => data.members.some((one) => one.id === id));
  const choose = (isOn: boolean) => {
    rows.clearSelection();
    setChoosing(isOn);
  };
  const block = (blocked: boolean) => {
    const memberIds = data.members.filter((one) => ids.includes(one.id) && one.blocked !== blocked);
    setRowsThen(data.members);
    if (memberIds.length > 0) bulk.send({ do: 'block', memberIds: memberIds.map(({ id }) => id), blocked });
    choose(false);
  };
  const adjust = () => {
    setRowsThen(data.members);
    setAdjusting(ids);
    open('adjust');
  };
  const finish = () => {
    close();
    if (bulk.answer?.ok) {
      choose(false);
      setRequestKey(newKey);
    }
    // What failed was said in the dialog.
    else setDismissed(bulk.answer);
  };
  return {
    chosen: { ids, all: rows.allResourcesSelected, change: rows.handleSelectionChange, choosing, choose },
    adjust: { content: texts.adjust, onAction: adjust },
    others: [
      { content: texts.leaveOut, onAction: () => block(true) },
      { content: texts.takeIn, onAction: () => block(false) },
    ],
    parts: (
      <>
        {!dialog && <SlowSave saving={bulk.sending} padding={{ padding: '400', paddingBlockEnd: '0' }} />}
        {!dialog && bulk.answer !== dismissed && (
          <BulkOutcome bulk={bulk} nameOf={named} onDismiss={() => setDismissed(bulk.answer)} />
        )}
        {dialog && (
          <BulkAdjustModal
            bulk={bulk.answer === dismissed ? { ...bulk, answer: null } : bulk}
            cards={data.cards}
            memberIds={adjusting}
            requestKey={requestKey}
            onClose={finish}
          />
        )}
      </>
    ),
  };
}
