import { useEffect, useRef } from 'react';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { AdjustDialog } from '../ledger/adjust-dialog.tsx';
import { adjustErrors } from '../ledger/adjust-errors.ts';
import type { AdjustForm } from '../ledger/adjust-fields.tsx';
import type { MembersData } from './members-data.ts';
import type { Bulk } from './use-bulk.ts';

type Props = {
  bulk: Bulk;
  cards: MembersData['cards'];
  memberIds: string[];
  /** The same until it was heard that an adjustment is done. */
  requestKey: string;
  onClose: () => void;
};

/** Adjusts several members: however often a key is sent, each is adjusted once. */
export function BulkAdjustModal({ bulk, cards, memberIds, requestKey, onClose }: Props) {
  const { memberList } = useTexts();
  const language = useLanguage();
  const { answer, sending } = bulk;
  const isMine = bulk.sent?.do === 'adjust' && bulk.sent.requestKey === requestKey;
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (!isMine || !answer?.ok || told.current === answer) return;
    told.current = answer;
    onClose();
  }, [isMine, answer, onClose]);
  const save = ({ unit, direction, amount, reason }: AdjustForm) =>
    bulk.send({ do: 'adjust', memberIds, requestKey, unit, direction, amount, reason });
  const count = memberIds.length;
  return (
    <AdjustDialog
      title={memberList.adjustTitle(formatNumber(count, language), pluralForm(count, language))}
      cards={cards}
      help={memberList.neverBelowZero}
      saving={sending}
      errorsOf={() => (isMine && !answer?.ok ? adjustErrors(answer, language) : {})}
      onSave={save}
      onClose={onClose}
    />
  );
}
