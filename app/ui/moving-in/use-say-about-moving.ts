import { useSend } from '#app/ui/form/use-send.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Refused = 'under-way' | 'same-file' | 'not-now' | 'not-whole' | 'less' | 'buys-less';
type Answer = { ok: true } | { ok: false; refused: Refused };
const stayHere = () => undefined;

/** One errand of the page: what it is called once it is begun, and why it wasn't. */
export function useSayAboutMoving(done: string) {
  const { movingIn: texts } = useTexts();
  const { send, saving, answer } = useSend<Answer>({ done, onClose: stayHere });
  const refusal = answer?.ok === false ? answer : null;
  const error = refusal && ('refused' in refusal ? texts.refused[refusal.refused] : texts.refused.failed);
  return { send, saving, error };
}
