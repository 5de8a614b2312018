import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createQueryClient } from './api/query-client.ts';
import { LocaleProvider } from './locale/locale-provider.tsx';
import { createConsoleRouter } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** The whole console: style, language, data and routes around the screens. */
export function Console() {
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(() => createConsoleRouter(queryClient));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LocaleProvider>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" limit={2} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}
