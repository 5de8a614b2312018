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
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8.500" r="3.500" />
    <path d="M5 19.500c.6-3.800 3.200-5.500 7-5.500s6.400 1.700 7 5.500" />
  </Icon>
);
export const PlaceIcon = () => (
  <Icon>
    <path d="M12 20c4-4.300 6-7.300 6-10a6 6 0 0 0-12 0c0 2.700 2 5.700 6 10z" />
    <circle cx="12" cy="10" r="2.200" />
  </Icon>
);
export const LetterIcon = () => (
  <Icon>
    <path d="M4 6.500h16v11H4zM4.500 7l7.500 6 7.500-6" />
  </Icon>
);
export const HelpIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="7.500" />
    <path d="M9.800 10.200a2.300 2.300 0 1 1 3.300 2c-.8.4-1.100.9-1.100 1.600M12 16.200v.1" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <path d="M6.500 11h11v8h-11zM9 11V8.500a3 3 0 0 1 6 0V11" />
  </Icon>
);
export const TicketIcon = () => (
  <Icon>
    <path d="M4 7.500h16v3a1.700 1.700 0 0 0 0 3.400v3H4v-3a1.700 1.700 0 0 0 0-3.400zM14 8v8.500" />
  </Icon>
);
export const NextIcon = () => (
  <Icon>
    <path d="m9.500 6.500 5.500 5.500-5.500 5.500" />
  </Icon>
);
export const QrIcon = () => (
  <Icon>
    <path d="M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h2v2h-2zM17 17h2v2h-2zM14 18.500h.1M18.500 14h.1" />
  </Icon>
);
