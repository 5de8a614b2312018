import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paymentsSearch } from '../payments/search.ts';
import { managersOnly, shop } from '../shell/shop-route.ts';

const settings = createRoute({
  getParentRoute: () => shop,
  path: '/settings',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const shopProfile = createRoute({
  getParentRoute: () => shop,
  path: '/settings/shop',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../tenants/shop-page.tsx'), 'ShopPage'),
});

const counterSettings = createRoute({
  getParentRoute: () => shop,
  path: '/settings/counter',
  ...managersOnly,
  component: lazyRouteComponent(
    () => import('../counter-settings/counter-settings-page.tsx'),
    'CounterSettingsPage',
  ),
});

const profileForm = createRoute({
  getParentRoute: () => shop,
  path: '/settings/member-questions',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../profile-form/profile-form-page.tsx'), 'ProfileFormPage'),
});

const payments = createRoute({
  getParentRoute: () => shop,
  path: '/settings/payments',
  ...managersOnly,
  validateSearch: paymentsSearch,
  component: lazyRouteComponent(() => import('../payments/payments-page.tsx'), 'PaymentsPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => shop,
  path: '/settings/api-keys',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
});

const staff = createRoute({
  getParentRoute: () => shop,
  path: '/settings/staff',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../staff/staff-page.tsx'), 'StaffPage'),
});

const widget = createRoute({
  getParentRoute: () => shop,
  path: '/settings/widget',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../widget/widget-page.tsx'), 'WidgetPage'),
});

const branches = createRoute({
  getParentRoute: () => shop,
  path: '/settings/branches',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./branches-page.tsx'), 'BranchesPage'),
});

const delivery = createRoute({
  getParentRoute: () => shop,
  path: '/settings/delivery',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./delivery-page.tsx'), 'DeliveryPage'),
});

const returns = createRoute({
  getParentRoute: () => shop,
  path: '/settings/returns',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./returns-page.tsx'), 'ReturnsPage'),
});

const languages = createRoute({
  getParentRoute: () => shop,
  path: '/settings/languages',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./languages-page.tsx'), 'LanguagesPage'),
});

const domain = createRoute({
  getParentRoute: () => shop,
  path: '/settings/domain',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./domain-page.tsx'), 'DomainPage'),
});

const plan = createRoute({
  getParentRoute: () => shop,
  path: '/settings/plan',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
});

const close = createRoute({
  getParentRoute: () => shop,
  path: '/settings/close',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./close-page.tsx'), 'ClosePage'),
});

const you = createRoute({
  getParentRoute: () => shop,
  path: '/settings/you',
  component: lazyRouteComponent(() => import('../you/you-page.tsx'), 'YouPage'),
});

const notices = createRoute({
  getParentRoute: () => shop,
  path: '/settings/notices',
  ...managersOnly,
  component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
});

const letters = createRoute({
  getParentRoute: () => shop,
  path: '/settings/letters',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../letters/letters-page.tsx'), 'LettersPage'),
});

const auditLog = createRoute({
  getParentRoute: () => shop,
  path: '/settings/audit-log',
  ...managersOnly,
  component: lazyRouteComponent(() => import('../audit-log/audit-log-page.tsx'), 'AuditLogPage'),
});

/** What is set once. */
export const settingsRoutes = [
  settings,
  shopProfile,
  branches,
  delivery,
  returns,
  languages,
  domain,
  plan,
  close,
  counterSettings,
  profileForm,
  payments,
  apiKeys,
  staff,
  widget,
  you,
  auditLog,
  letters,
  notices,
] as const;
