import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { RewardPicture } from '../catalogue/reward-picture.tsx';
import { Empty } from '../parts/empty.tsx';
import { Loadable } from '../parts/loadable.tsx';
import type { Redemption } from '../redemptions/api.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { CounterMember } from './api.ts';
import { useOnline } from './queue/use-online.ts';
import { type Affordable, affordableQuery } from './redeem-api.ts';
import { RedeemSheet } from './redeem-sheet.tsx';
import type { Presence } from './stage.ts';
import { useNameOf } from './use-name-of.ts';

type Props = {
  member: CounterMember;
  presence: Presence | null;
  /** Her code was held before the camera. */
  onScan: (text: string) => void;
  onRedeemed: (redemption: Redemption) => void;
};

/** What she can have now; nothing is spent without her code or her yes. */
export function RedeemPane({ member, presence, onScan, onRedeemed }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  const { shop } = useShop();
  const online = useOnline();
  const nameOf = useNameOf();
  const rewards = useQuery(affordableQuery(member.memberId));
  const [chosen, setChosen] = useState<Affordable | null>(null);
  if (!online) return <Empty title={t('offline')} detail={t('redeemOffline')} />;
  return (
    <section className="counterStep" aria-label={t('tabs.redeem')}>
      <Loadable query={rewards} rows={3} rowHeight={72}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('redeemNone')} />
          ) : (
            items.map((reward) => (
              <button
                key={reward.rewardId}
                type="button"
                className="chooseRow"
                disabled={reward.stockBand === 'out'}
                onClick={() => setChosen(reward)}
              >
                <span className="rewardLine">
                  <RewardPicture url={reward.pictureUrl} side={52} />
                  <Text component="span" fw={650}>
                    {nameOf(reward.names)}
                  </Text>
                </span>
                <Text component="span" className="figures" fw={600} ta="end">
                  {reward.stockBand === 'out'
                    ? t('soldOut')
                    : `${format.points(reward.pointsEach)}${reward.cashEachMinor > 0 ? ` + ${format.money(reward.cashEachMinor, shop.currency)}` : ''}`}
                </Text>
              </button>
            ))
          )
        }
      </Loadable>
      {chosen !== null && (
        <RedeemSheet
          member={member}
          reward={chosen}
          presence={presence}
          onScan={onScan}
          onClose={() => setChosen(null)}
          onRedeemed={(redemption) => {
            setChosen(null);
            onRedeemed(redemption);
          }}
        />
      )}
    </section>
  );
}
