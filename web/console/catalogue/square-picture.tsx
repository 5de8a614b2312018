import { Box } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';

/** A reward's picture as wide as its card; a quiet stand-in where there is none. The name below says what it is. */
export function SquarePicture({ url, faded = false }: { url: string | null; faded?: boolean }) {
  return (
    <Box
      bg="var(--mantine-color-default-hover)"
      display="grid"
      style={{ aspectRatio: '1', placeItems: 'center' }}
    >
      {url === null ? (
        <IconGift
          style={{ width: '34%', height: '34%' }}
          stroke={1.2}
          color="var(--mantine-color-dimmed)"
          aria-hidden
        />
      ) : (
        <img
          src={url}
          alt=""
          loading="lazy"
          style={{
            display: 'block',
            width: '100%',
            height: '100%',
            minHeight: 0,
            objectFit: 'cover',
            opacity: faded ? 0.55 : 1,
          }}
        />
      )}
    </Box>
  );
}
