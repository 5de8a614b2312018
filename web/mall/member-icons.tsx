import type { Child } from 'hono/jsx';

function Icon({ children }: { children: Child }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** Points that came back. */
export const ReturnIcon = () => (
  <Icon>
    <path d="M8.5 5.5 5 9l3.500 3.500M5 9h9a5 5 0 0 1 0 10h-4" />
  </Icon>
);
/** What the shop did by hand. */
export const HandIcon = () => (
  <Icon>
    <path d="m5 19 1-4L16 5l3 3L9 18zM14 7l3 3" />
  </Icon>
);
