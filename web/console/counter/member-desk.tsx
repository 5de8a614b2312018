import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Counter } from './api.ts';
import { GivePane } from './give-pane.tsx';
import { maskedName } from './member.ts';
import { MemberCard } from './member-card.tsx';
import type { Stage } from './stage.ts';
import type { Gave, Giving } from './use-give.ts';

type Props = {
  counter: Counter;
  stage: Extract<Stage, { at: 'member' | 'unnamed' }>;
  onGave: (gave: Gave, giving: Giving) => void;
  onClose: () => void;
};

const TABS = ['give'] as const;

/** Everything that is done for the member who stands here. */
export function MemberDesk({ counter, stage, onGave, onClose }: Props) {
  const t = useTranslations('counter');
  const [tab, setTab] = useState<(typeof TABS)[number]>('give');
  if (stage.at === 'unnamed') {
    return (
      <>
        <section className="memberCard" aria-label={t('member')}>
          <Text fw={700} fz="xl" className="figures">
            {stage.typed}
          </Text>
          <Text className="memberQuiet">{t('unnamedDetail')}</Text>
        </section>
        <GivePane counter={counter} memberId={null} name={stage.typed} typed={stage.typed} onGave={onGave} />
      </>
    );
  }
  const { member } = stage;
  return (
    <>
      <MemberCard member={member} onClose={onClose} />
      {TABS.length > 1 && (
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={t('whatToDo')}
          value={tab}
          onChange={setTab}
          data={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        />
      )}
      <GivePane
        counter={counter}
        memberId={member.memberId}
        name={maskedName(member)}
        typed={stage.typed}
        onGave={onGave}
      />
    </>
  );
}
