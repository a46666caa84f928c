import type { DoneTasks } from '#app/core/tasks/task.ts';
import { useSend } from '../form/use-send.ts';
import { useTexts } from '../shell/use-texts.ts';
import type { Task } from './tasks-data.ts';

type Options = {
  undo?: boolean;
  /** Of the part of the page that the keyboard stands in once the row is gone. */
  place: string;
};

/** Ticks tasks off, or takes the ticks back; says why it wasn't done. */
export function useTicks({ undo = false, place }: Options) {
  const { tasks: texts } = useTexts();
  const onClose = () => document.getElementById(place)?.focus();
  const sending = useSend<DoneTasks>({ done: undo ? texts.undone : texts.ticked, onClose });
  const { send, saving, answer } = sending;
  const tick = (tasks: readonly Task[]) => {
    const names = tasks.map(({ memberId, cause }) => ({ memberId, cause }));
    send({ do: undo ? 'undo' : 'done', tasks: names });
  };
  const problem = answer?.ok === false ? (answer.reason === 'gone' ? texts.gone : texts.failed) : null;
  return { tick, saving, problem };
}
