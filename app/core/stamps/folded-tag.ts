/** A tag as it is compared: tags ignore case, and the space around them. */
export const foldedTag = (tag: string): string => tag.trim().toLowerCase();
