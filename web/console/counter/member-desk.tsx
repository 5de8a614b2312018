import { SegmentedControl, Text } from '@mantine/core';
import { Activity, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useBackSteps } from '../parts/use-back-steps.tsx';
import type { Redemption } from '../redemptions/api.ts';
import type { Counter } from './api.ts';
import { GivePane } from './give-pane.tsx';
import { maskedName } from './member.ts';
import { MemberCard } from './member-card.tsx';
import { RedeemPane } from './redeem-pane.tsx';
import type { Stage } from './stage.ts';
import type { Gave, Giving } from './use-give.ts';
import { WaitingPane } from './waiting-pane.tsx';

type Props = {
  counter: Counter;
  stage: Extract<Stage, { at: 'member' | 'unnamed' }>;
  onGave: (gave: Gave, giving: Giving) => void;
  onClose: () => void;
  onScan: (text: string) => void;
  onRedeemed: (redemption: Redemption) => void;
  onVoucher: (code: string) => void;
  onPaid: () => void;
  onHandedOver: (what: string) => void;
};

const TABS = ['give', 'redeem', 'waiting'] as const;

/** Everything that is done for the member who stands here. */
export function MemberDesk(props: Props) {
  const { counter, stage, onGave, onClose } = props;
  const t = useTranslations('counter');
  const [tab, setTab] = useState<(typeof TABS)[number]>('give');
  useBackSteps(tab === 'give' ? 0 : 1, () => {
    setTab('give');
    return true;
  });
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
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('whatToDo')}
        value={tab}
        onChange={setTab}
        data={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      />
      {/* The amount that was typed is there again after a look at the rewards. */}
      <Activity mode={tab === 'give' ? 'visible' : 'hidden'}>
        <GivePane
          counter={counter}
          memberId={member.memberId}
          name={maskedName(member)}
          typed={stage.typed}
          onGave={onGave}
        />
      </Activity>
      {tab === 'redeem' && (
        <RedeemPane
          member={member}
          presence={stage.presence}
          onScan={props.onScan}
          onRedeemed={props.onRedeemed}
        />
      )}
      {tab === 'waiting' && (
        <WaitingPane
          counter={counter}
          memberId={member.memberId}
          onVoucher={props.onVoucher}
          onPaid={props.onPaid}
          onHandedOver={props.onHandedOver}
        />
      )}
    </>
  );
}
