import type { PastAnswer } from '#app/core/past-orders/past-step.ts';
import { useSend } from '#app/ui/form/use-send.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

const stayHere = () => undefined;

/** One errand of the page: what it is called once it is begun, and why it wasn't. */
export function useSayAboutPast(done: string) {
  const { pastOrders: texts } = useTexts();
  const { send, saving, answer } = useSend<PastAnswer>({ done, onClose: stayHere });
  const refusal = answer?.ok === false ? answer : null;
  const error = refusal && ('refused' in refusal ? texts.refused[refusal.refused] : texts.failed);
  return { send, saving, error };
}
