/** Stands in a message for what is put there later: a private-use character that no text contains. */
export const SLOT = '\uE000';
