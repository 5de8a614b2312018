import { Box } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';

/** A reward's picture; a quiet stand-in where there is none. The name beside it says what it is. */
export function RewardPicture({ url, side }: { url: string | null; side: number }) {
  const frame = { width: side, height: side, borderRadius: 8, flexShrink: 0, objectFit: 'cover' } as const;
  if (url !== null) return <img src={url} alt="" width={side} height={side} style={frame} loading="lazy" />;
  return (
    <Box style={frame} bg="var(--mantine-color-default-hover)" display="grid" c="dimmed" aria-hidden>
      <IconGift size={side / 2.5} style={{ margin: 'auto' }} />
    </Box>
  );
}
