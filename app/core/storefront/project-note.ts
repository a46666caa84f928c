// "Sorry for the broken cup": the sentence that a merchant wrote to the member with the last adjustment, or reward by hand, that had one.
import { addDays } from '../values/days.ts';

/** So long it is shown. Blocks look at the day themselves, because nothing else may change a member's copy meanwhile. */
const NOTE_DAYS = 30;

/** The day of it in the shop's calendar. The text is as the merchant wrote it: whoever draws it escapes it. */
export type NoteProjection = { text: string; day: string };

export type NoteState = { note?: NoteProjection | null };

/** @param today in the shop's calendar */
export function recentNote(note: NoteProjection | null, today: string): NoteState {
  return note && addDays(note.day, NOTE_DAYS) >= today ? { note } : {};
}

export function projectNote({ note }: NoteState): { note?: NoteProjection } {
  return note ? { note: { text: note.text, day: note.day } } : {};
}
