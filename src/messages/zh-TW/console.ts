import type { Catalogue } from '../catalogue.ts';
import type en from '../en/console.ts';
import again from './console/again.ts';
import apiKeys from './console/api-keys.ts';
import auditLog from './console/audit-log.ts';
import cash from './console/cash.ts';
import checklist from './console/checklist.ts';
import clerk from './console/clerk.ts';
import closing from './console/closing.ts';
import { counter, scan, slip } from './console/counter.ts';
import counterSettings from './console/counter-settings.ts';
import design from './console/design.ts';
import { common, problems, shell } from './console/frame.ts';
import home from './console/home.ts';
import imports from './console/imports.ts';
import joinLinks from './console/join-links.ts';
import letters from './console/letters.ts';
import members from './console/members.ts';
import notices from './console/notices.ts';
import payments from './console/payments.ts';
import poster from './console/poster.ts';
import profileForm from './console/profile-form.ts';
import programme from './console/programme.ts';
import questions from './console/questions.ts';
import redemptions from './console/redemptions.ts';
import rewards from './console/rewards.ts';
import search from './console/search.ts';
import { branches, delivery, domain, languages, plan, returns } from './console/setting-pages.ts';
import { settings, shop, timeZones, you } from './console/settings.ts';
import { emailCode, signIn, signUp } from './console/sign-up.ts';
import { invitation, staff } from './console/staff.ts';
import start from './console/start.ts';
import unpublished from './console/unpublished.ts';
import vouchers from './console/vouchers.ts';
import widget from './console/widget.ts';

export default {
  title: '點數商城管理後台',
  common,
  problems,
  shell,
  emailCode,
  signIn,
  signUp,
  home,
  members,
  programme,
  design,
  cash,
  questions,
  redemptions,
  rewards,
  settings,
  branches,
  returns,
  languages,
  delivery,
  domain,
  plan,
  closing,
  you,
  shop,
  timeZones,
  counterSettings,
  payments,
  apiKeys,
  staff,
  invitation,
  auditLog,
  vouchers,
  widget,
  again,
  poster,
  checklist,
  search,
  unpublished,
  letters,
  notices,
  start,
  joinLinks,
  counter,
  scan,
  slip,
  clerk,
  profileForm,
  imports,
} satisfies Catalogue<typeof en>;
