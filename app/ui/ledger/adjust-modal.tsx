import { useState } from 'react';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { useSend } from '../form/use-send.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { amountInWords } from '../orders/explain-order.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import { adjustErrors, type AdjustAnswer } from './adjust-errors.ts';
import { contextOf } from './context-of.ts';

/** Adjusts one member. The key is made with the dialog: however often it is sent, it adjusts once. */
export function AdjustModal({ data, onClose }: { data: MemberData; onClose: () => void }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const [requestKey] = useState(() => crypto.randomUUID());
  const { send, saving, answer, close } = useSend<AdjustAnswer>({ done: texts.adjustedToast, onClose });
  return (
    <AdjustDialog
      title={texts.adjust}
      cards={data.cards}
      hasNote
      saving={saving}
      errorsOf={(unit) =>
        adjustErrors(answer, language, (owed) => amountInWords(owed, contextOf(unit, data, language)))
      }
      onSave={(form) => send({ do: 'adjust', requestKey, ...form })}
      onClose={close}
    />
  );
}
