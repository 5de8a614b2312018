import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { LOCALES } from '../../../src/domain/locale.ts';
import { areaWords } from '../../../src/messages/area-words.ts';
import { LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { mallHost } from '../session/hosts.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { staffQuery } from '../staff/api.ts';
import { type SettingsAnswer, settingsQuery } from './api.ts';
import type { SettingName } from './entries.ts';

/** How each part stands, in a line; null while it is not known yet, and where it could not be read. */
export function useSettingLines() {
  const settings = useQuery(settingsQuery);
  const staff = useQuery(staffQuery);
  const told = useToldLines(settings.data);
  const t = useTranslations('settings');
  const people = staff.data?.members;
  const lines: Record<SettingName, string | null> = {
    ...told,
    staff: people
      ? t('line.staff', { count: people.length, names: people.map(({ name }) => name).join(t('comma')) })
      : null,
  };
  return { lines, settings, failed: settings.error !== null || staff.error !== null };
}

function useToldLines(
  found: SettingsAnswer | undefined,
): Record<Exclude<SettingName, 'staff'>, string | null> {
  const t = useTranslations('settings');
  const { locale } = useLanguage();
  const { me, shop } = useShop();
  const format = useFormat();
  const { phone, wechat, email, address } = shop.contact;
  const known = {
    you: [me.user.name, me.user.email].filter(Boolean).join(' · '),
    shop: [phone, wechat, email, address].filter(Boolean).join(' · ') || t('line.shopNone'),
    domain: mallHost(shop.slug),
    notices: t('notices.what'),
    auditLog: t('line.auditLog'),
    close: closeLine(),
  };
  if (!found) {
    const unknown = {
      plan: null,
      returns: null,
      languages: null,
      branches: null,
      delivery: null,
      payments: null,
      counter: null,
      profileForm: null,
    };
    return { ...known, ...unknown, letters: null, apiKeys: null, widget: null };
  }
  const { figures, plan, settings, pickUp } = found;
  const branches = settings.branches ?? [];
  const ways = [figures.counter && t('line.counterCash'), figures.online && t('line.online')].filter(Boolean);
  const { activeMembers: active, activeMembersMax: max } = plan;
  return {
    ...known,
    branches:
      branches.length > 0
        ? t('line.branches', {
            count: branches.length,
            names: branches.map(({ name }) => name).join(t('comma')),
          })
        : t('line.branchesNone'),
    delivery: deliveryLine(),
    returns: returnsLine(),
    languages: [shop.locale, ...(settings.languages ?? LOCALES).filter((each) => each !== shop.locale)]
      .map((each) =>
        each === shop.locale ? t('line.own', { name: LOCALE_NAMES[each] }) : LOCALE_NAMES[each],
      )
      .join(' · '),
    plan: t('line.plan', { active: format.count(active), max: format.count(max) }),
    payments: ways.join(' · ') || t('line.paymentsNone'),
    counter: t('line.counter', {
      grant: format.points(figures.grantPoints),
      day: format.points(figures.dayPoints),
    }),
    profileForm: questionsLine(),
    letters: [
      t('line.letters', { count: figures.lettersSent }),
      figures.lettersFailed > 0 && t('line.lettersFailed', { count: figures.lettersFailed }),
    ]
      .filter(Boolean)
      .join(' · '),
    apiKeys: t('line.apiKeys', { count: figures.apiKeys }),
    widget: t('line.widget', { count: figures.origins }),
  };

  function closeLine(): string {
    const { closing } = shop;
    if (!closing) return t('close.what');
    const date = format.lastDay(Date.parse(closing.closesAt), Date.now());
    return t(closing.isClosed ? 'line.closed' : 'line.closes', { date });
  }

  function deliveryLine(): string {
    const { ships, areas, fee } = settings.delivery ?? { ships: true, areas: null, fee: null };
    const amount = fee && t('line.fee', { amount: format.money(fee.amountMinor, shop.currency) });
    const from = fee?.freeFromPoints;
    return [
      pickUp && t('line.pickUp'),
      ships && (areas ? areaWords(areas, locale) : t('line.everywhere')),
      ships && amount,
      ships && from && t('line.freeFrom', { points: format.points(from) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function returnsLine(): string {
    const days = settings.returns?.days;
    if (days === undefined) return t('line.returnsNone');
    return days === 0 ? t('line.returnsFaults') : t('line.returns', { days });
  }

  function questionsLine(): string {
    const { memberQuestions: count, memberQuestionPoints: points } = figures;
    const asked = t('line.profileForm', { count });
    return count > 0 && points > 0
      ? [asked, t('line.profileFormPoints', { points: format.points(points) })].join(' · ')
      : asked;
  }
}
