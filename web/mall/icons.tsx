import type { Child } from 'hono/jsx';

function Icon({ children }: { children: Child }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const HomeIcon = () => (
  <Icon>
    <path d="M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5" />
  </Icon>
);
export const EarnIcon = () => (
  <Icon>
    <path d="M12 4.5 14.2 9l4.9.7-3.6 3.4.9 4.9-4.4-2.3L7.6 18l.9-4.900L4.9 9.7 9.8 9z" />
  </Icon>
);
export const OrdersIcon = () => (
  <Icon>
    <path d="M6 4.500h12v15l-2.4-1.600L13.2 19.5 12 18.700l-1.2.8-2.4-1.600L6 19.500zM9 9h6M9 13h4" />
  </Icon>
);
export const PointsIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="7.5" />
    <path d="M12 8.500v7M9.5 10.5 12 8.500l2.5 2" />
  </Icon>
);
export const LanguageIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="7.5" />
    <path d="M4.5 12h15M12 4.500c2.7 2.7 2.7 12.3 0 15M12 4.500c-2.7 2.7-2.7 12.3 0 15" />
  </Icon>
);
export const GiftIcon = () => (
  <Icon>
    <path d="M5 10.500h14v3H5zM6.5 13.500v6h11v-6M12 10.500v9M12 10.500C9 10.5 7.5 9 8 7.300c.6-1.9 3.4-1.2 4 3.2.6-4.4 3.4-5.1 4-3.2.5 1.7-1 3.2-4 3.2" />
  </Icon>
);
export const BagIcon = () => (
  <Icon>
    <path d="M6 8.500h12l1 11H5zM9 8.500V7.300a3 3 0 0 1 6 0v1.2" />
  </Icon>
);
export const ParcelIcon = () => (
  <Icon>
    <path d="M3.5 7h10v9.500h-10zM13.5 10h4l3 3.200v3.300h-7M7 19a1.7 1.7 0 1 0 0-3.400A1.7 1.7 0 0 0 7 19zM17 19a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400z" />
  </Icon>
);
export const TickIcon = () => (
  <Icon>
    <path d="m5.5 12.5 4.3 4.3 8.7-9.3" />
  </Icon>
);
export const WaitIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="7.5" />
    <path d="M12 8v4.200l2.8 1.8" />
  </Icon>
);
export const CrossIcon = () => (
  <Icon>
    <path d="m7 7 10 10M17 7 7 17" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <path d="M10.8 16.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6zM15 15l4.5 4.500" />
  </Icon>
);
export const ShareIcon = () => (
  <Icon>
    <path d="M12 14.500V4.500M8.500 8 12 4.500 15.500 8M7.500 11H6v8.500h12V11h-1.500" />
  </Icon>
);
export const TicketIcon = () => (
  <Icon>
    <path d="M4 7.500h16v3a1.700 1.700 0 0 0 0 3.400v3.100H4v-3.100a1.700 1.700 0 0 0 0-3.400zM14 7.500v1.700M14 11.400v1.700M14 15.300V17" />
  </Icon>
);
