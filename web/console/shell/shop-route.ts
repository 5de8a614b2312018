import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../session/session.ts';
import { ConsoleShell } from './console-shell.tsx';

/** Where every address of the console begins. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({});

/** What clerks do not work with is not opened for them by its address either. */
export const managersOnly = {
  async beforeLoad({ context }: { context: { queryClient: QueryClient } }) {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me?.role === 'clerk') throw redirect({ href: '/counter' });
  },
};

/** Everything of a shop: opens only for someone signed in who has one. */
export const shop = createRoute({
  getParentRoute: () => root,
  id: 'shop',
  component: ConsoleShell,
  async beforeLoad({ context, location }) {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (me.tenant === null) throw redirect({ to: '/sign-up' });
  },
});
