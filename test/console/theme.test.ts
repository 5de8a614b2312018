import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import { theme as own } from '../../web/console/theme.ts';

const theme = mergeMantineTheme(DEFAULT_THEME, own);

test.each(['light', 'subtle'])(
  'a %s part in a shade of its own is not words on a ground of their colour',
  (variant) => {
    const drawn = theme.variantColorResolver({ color: 'orange.9', variant, theme });
    const plain = theme.variantColorResolver({ color: 'orange', variant, theme });
    expect([drawn.background, drawn.color === drawn.background]).toEqual([plain.background, false]);
  },
);
