import { name } from '../../function-parts/assembly/host';

/** Whether a product is in a collection that is never taken off; asked of every line beside what every function asks. */
export let NEVER: u32 = 0;

export function learnNever(): void {
  NEVER = name('never');
}
