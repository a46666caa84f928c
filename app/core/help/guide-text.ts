// What a page of the guide is made of: few enough parts that each is drawn with the admin's own, and none is HTML.

export type GuideInline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  /** To another page of the guide, to a heading, or to a page of the app. */
  | { kind: 'link'; text: string; to: string };

export type GuideBlock =
  | { kind: 'heading'; level: 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; parts: GuideInline[] }
  | { kind: 'list'; ordered: boolean; items: GuideInline[][] }
  | { kind: 'table'; head: string[]; rows: GuideInline[][][] }
  /** `file` of app/docs/merchant/pictures/. */
  | { kind: 'picture'; file: string; says: string };

export type GuideText = { title: string; blocks: GuideBlock[] };
