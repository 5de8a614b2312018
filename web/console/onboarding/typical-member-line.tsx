import { Paper, Text } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import type { TypicalMember } from '../../../src/domain/onboarding/plan.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';

/** What one order comes to, for somebody with a name: the figures are the rules' own. */
export function TypicalMemberLine({ member }: { member: TypicalMember }) {
  const t = useTranslations('start.business');
  const format = useFormat();
  const { locale } = useLanguage();
  const { shop } = useShop();
  const { orderMinor, orderPoints, points, reward } = member;
  return (
    <section aria-labelledby="start-member">
      <Text id="start-member" component="h2" fw={600} fz="md" m={0} mb="xs">
        {t('member')}
      </Text>
      <Paper className="startMember">
        <span className="startMemberFace" aria-hidden>
          {t('memberName').slice(0, 1)}
        </span>
        <div className="startMemberWords">
          <Text fw={600}>
            {t('memberName')} · {t('memberOrder', { amount: format.money(orderMinor, shop.currency) })}
          </Text>
          <Text size="sm" className="figures">
            {t('memberJoined')} {format.count(points - orderPoints)} + {format.count(orderPoints)} =
          </Text>
          <Text className="startMemberPoints figures">{format.points(points)}</Text>
          {reward ? (
            <div className="startMemberReward">
              <IconArrowDown size={18} aria-hidden />
              <img src={`/pictures/${reward.picture}`} alt="" width={48} height={48} />
              <Text fw={600}>
                {t('memberGets', { reward: pickText(reward.names, locale, shop.locale)?.text ?? '' })}
              </Text>
            </div>
          ) : (
            <Text size="sm">{t('memberNothing')}</Text>
          )}
        </div>
      </Paper>
    </section>
  );
}
