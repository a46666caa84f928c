// The names of what is asked of every product of a line, beside those that every function asks.
import { name } from '../../function-parts/assembly/host';

export let IS: u32 = 0;
export let TAGS: u32 = 0;
export let TAG: u32 = 0;

export function learnTagNames(): void {
  IS = name('is');
  TAGS = name('tags');
  TAG = name('tag');
}
