import { Text, TextField } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { HandAnswer } from './hand-data.ts';

type Props = { value: string; onChange: (value: string) => void; answer: HandAnswer | null };

/** Why something is given, and what is wrong with what was sent. */
export function ReasonField({ value, onChange, answer }: Props) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const problems = answer && 'problems' in answer ? answer.problems : [];
  const ofReason = problems.find(({ field }) => field === 'reason');
  const others = problems.filter(({ field }) => field !== 'reason');
  const failed = answer?.ok === false && !('problems' in answer);
  return (
    <>
      <TextField
        label={say.reason}
        value={value}
        onChange={onChange}
        autoComplete="off"
        error={ofReason ? say.problems[ofReason.reason] : false}
      />
      {others.map(({ reason: why }) => (
        <Text key={why} as="p" tone="critical">
          {say.problems[why]}
        </Text>
      ))}
      {failed && (
        <Text as="p" tone="critical">
          {say.failed}
        </Text>
      )}
    </>
  );
}
