/** One submit of a form: its key stays with its content until the server has answered for good. */
export type Submission = { key: string; content: string };

/**
 * The submit to send now. The same content under way keeps its key, so that a retry after a lost
 * answer has no second effect; other content is another submit, because a key takes only one.
 */
export function nextSubmission(pending: Submission | null, input: unknown, newKey: () => string): Submission {
  const content = JSON.stringify(input) ?? '';
  return pending !== null && pending.content === content ? pending : { key: newKey(), content };
}
