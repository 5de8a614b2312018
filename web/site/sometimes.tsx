import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

type Props = { when: string; children: Child; otherwise?: Child };

/** What is served only where `when` holds, and in its place what is served where it does not. */
export function Sometimes({ when, children, otherwise }: Props) {
  return (
    <>
      {raw(`<!--when:${when}-->`)}
      {children}
      {otherwise !== undefined && (
        <>
          {raw('<!--else-->')}
          {otherwise}
        </>
      )}
      {raw('<!--end-->')}
    </>
  );
}
