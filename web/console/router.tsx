import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { counterSearch } from './counter/search.ts';
import { slipSearch } from './counter/slip/search.ts';
import { membersSearch } from './members/search.ts';
import { startSearch } from './onboarding/search.ts';
import { posterSearch } from './poster/search.ts';
import { questionsSearch } from './questions/search.ts';
import { redemptionsSearch } from './redemptions/search.ts';
import { looksLikeEmail } from './session/email.ts';
import { isOwnPath } from './session/own-path.ts';
import { meQuery } from './session/session.ts';
import { settingsRoutes } from './settings/routes.ts';
import { NotFound } from './shell/not-found.tsx';
import { RouteFault } from './shell/route-fault.tsx';
import { managersOnly, root, shop } from './shell/shop-route.ts';
import { verifySearch } from './vouchers/search.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (isOwnPath(search.next) ? { next: search.next } : {}),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./sign-in/forgot-password-page.tsx'), 'ForgotPasswordPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./sign-up/sign-up-page.tsx'), 'SignUpPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$invitationId',
  validateSearch: (search): { email?: string } =>
    typeof search.email === 'string' && looksLikeEmail(search.email) ? { email: search.email } : {},
  component: lazyRouteComponent(() => import('./staff/invitation-page.tsx'), 'InvitationPage'),
});

const joinCounter = createRoute({
  getParentRoute: () => root,
  path: '/join-counter/$token',
  component: lazyRouteComponent(() => import('./clerk/join-counter-page.tsx'), 'JoinCounterPage'),
});

/** The way to an open mall, without the frame of a shop that is at work. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  validateSearch: startSearch,
  component: lazyRouteComponent(() => import('./onboarding/start-page.tsx'), 'StartPage'),
  async beforeLoad({ context, location }) {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (me.tenant === null) throw redirect({ to: '/sign-up' });
  },
});

const home = createRoute({
  getParentRoute: () => shop,
  path: '/',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
});

const counter = createRoute({
  getParentRoute: () => shop,
  path: '/counter',
  validateSearch: counterSearch,
  component: lazyRouteComponent(() => import('./counter/counter-page.tsx'), 'CounterPage'),
});

const slip = createRoute({
  getParentRoute: () => shop,
  path: '/counter/slip',
  validateSearch: slipSearch,
  component: lazyRouteComponent(() => import('./counter/slip/slip-page.tsx'), 'SlipPage'),
});

const members = createRoute({
  getParentRoute: () => shop,
  path: '/members',
  ...managersOnly,
  validateSearch: membersSearch,
  component: lazyRouteComponent(() => import('./members/members-page.tsx'), 'MembersPage'),
});

const importMembers = createRoute({
  getParentRoute: () => shop,
  path: '/members/import',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
});

const oneImport = createRoute({
  getParentRoute: () => shop,
  path: '/members/import/$importId',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./imports/one-import-page.tsx'), 'OneImportPage'),
});

const member = createRoute({
  getParentRoute: () => shop,
  path: '/members/$memberId',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./members/member-page.tsx'), 'MemberPage'),
});

const joinLinks = createRoute({
  getParentRoute: () => shop,
  path: '/members/join-links',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./join-links/join-links-page.tsx'), 'JoinLinksPage'),
});

const redemptions = createRoute({
  getParentRoute: () => shop,
  path: '/redemptions',
  ...managersOnly,
  validateSearch: redemptionsSearch,
  component: lazyRouteComponent(() => import('./redemptions/redemptions-page.tsx'), 'RedemptionsPage'),
});

const redemption = createRoute({
  getParentRoute: () => shop,
  path: '/redemptions/$memberId/$redemptionId',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./redemptions/redemption-page.tsx'), 'RedemptionPage'),
});

const shipByFile = createRoute({
  getParentRoute: () => shop,
  path: '/redemptions/ship-by-file',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./redemptions/ship-by-file-page.tsx'), 'ShipByFilePage'),
});

const verify = createRoute({
  getParentRoute: () => shop,
  path: '/redemptions/verify',
  validateSearch: verifySearch,
  component: lazyRouteComponent(() => import('./vouchers/verify-page.tsx'), 'VerifyPage'),
});

const questions = createRoute({
  getParentRoute: () => shop,
  path: '/questions',
  ...managersOnly,
  validateSearch: questionsSearch,
  component: lazyRouteComponent(() => import('./questions/questions-page.tsx'), 'QuestionsPage'),
});

const programme = createRoute({
  getParentRoute: () => shop,
  path: '/programme',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./programme/programme-page.tsx'), 'ProgrammePage'),
});

const rewards = createRoute({
  getParentRoute: () => shop,
  path: '/rewards',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./catalogue/rewards-page.tsx'), 'RewardsPage'),
});

const newReward = createRoute({
  getParentRoute: () => shop,
  path: '/rewards/new',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./catalogue/new-reward-page.tsx'), 'NewRewardPage'),
});

const reward = createRoute({
  getParentRoute: () => shop,
  path: '/rewards/$rewardId',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./catalogue/reward-page.tsx'), 'RewardPage'),
});

const design = createRoute({
  getParentRoute: () => shop,
  path: '/design',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./design/design-page.tsx'), 'DesignPage'),
});

const poster = createRoute({
  getParentRoute: () => shop,
  path: '/poster',
  ...managersOnly,
  validateSearch: posterSearch,
  component: lazyRouteComponent(() => import('./poster/poster-page.tsx'), 'PosterPage'),
});

const routeTree = root.addChildren([
  signIn,
  forgotPassword,
  signUp,
  invitation,
  joinCounter,
  start,
  shop.addChildren([
    home,
    counter,
    slip,
    members,
    importMembers,
    oneImport,
    member,
    joinLinks,
    redemptions,
    redemption,
    shipByFile,
    verify,
    questions,
    programme,
    rewards,
    newReward,
    reward,
    design,
    poster,
    ...settingsRoutes,
  ]),
]);

/** The routes of the console; each screen is a chunk of its own, loaded when a finger comes near. */
export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Without it what `validateSearch` does not return stays as it came: a list or a way back that is none.
    search: { strict: true },
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: RouteFault,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
