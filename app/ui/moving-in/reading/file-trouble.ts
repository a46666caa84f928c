/** What keeps a file from being read: a key of `texts.movingIn.file`. */
export type FileTrouble = {
  why: 'empty' | 'broken' | 'too-many' | 'too-wide' | 'not-text' | 'history' | 'unreadable';
  /** The row that it is about; or how many rows the file seems to have. */
  count: number;
};

export class UnreadFile extends Error {
  readonly trouble: FileTrouble;

  constructor(why: FileTrouble['why'], count = 0) {
    super(`a file with members is ${why}`);
    this.name = 'UnreadFile';
    this.trouble = { why, count };
  }
}
