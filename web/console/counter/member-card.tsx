import { Badge, CloseButton, Group, Text } from '@mantine/core';
import { IconCake, IconPackage, IconTicket } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { spacedNumber } from '../members/model.ts';
import { useFormat } from '../session/use-format.ts';
import type { CounterMember } from './api.ts';
import { counterName, daysSince, isActive } from './member.ts';

/** Who stands at the counter: what she is called, what she has, what to be nice about. */
export function MemberCard({ member, onClose }: { member: CounterMember; onClose: () => void }) {
  const t = useTranslations('counter');
  const format = useFormat();
  const nowMs = Date.now();
  const { phoneMasked, number, tier, birthdayThisMonth, openVouchers, openPickUps, lastVisitAt } = member;
  const called = [phoneMasked, t('number', { number: spacedNumber(number) })].filter(Boolean).join(' · ');
  return (
    <section className="memberCard" aria-label={t('member')}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div className="memberWho">
          <Text fw={700} fz="xl" lh={1.25} truncate>
            {counterName(member)}
          </Text>
          <Text size="sm" className="figures memberQuiet" truncate>
            {called}
          </Text>
        </div>
        <CloseButton
          size="lg"
          variant="transparent"
          c="inherit"
          aria-label={t('otherMember')}
          onClick={onClose}
        />
      </Group>
      <Group justify="space-between" align="flex-end" gap="xs" className="memberMeans">
        <Text className="figures memberPoints">
          <span>{t('available')}</span> {format.points(member.availablePoints)}
        </Text>
        <Text size="sm" className="memberQuiet memberVisit">
          {lastVisitAt === null ? t('firstVisit') : t('lastVisit', { days: daysSince(lastVisitAt, nowMs) })}
        </Text>
      </Group>
      <Group gap={6} className="memberChips">
        {!isActive(member) && <Badge color="red.8">{t('notActive')}</Badge>}
        {tier !== null && <Badge variant="white">{tier}</Badge>}
        {birthdayThisMonth && (
          <Badge variant="white" leftSection={<IconCake size={14} aria-hidden />}>
            {t('birthday')}
          </Badge>
        )}
        {openVouchers > 0 && (
          <Badge variant="white" leftSection={<IconTicket size={14} aria-hidden />}>
            {t('openVouchers', { count: openVouchers })}
          </Badge>
        )}
        {openPickUps > 0 && (
          <Badge variant="white" leftSection={<IconPackage size={14} aria-hidden />}>
            {t('openPickUps', { count: openPickUps })}
          </Badge>
        )}
      </Group>
    </section>
  );
}
