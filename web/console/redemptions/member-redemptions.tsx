import { Paper } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { redemptionListQuery } from './api.ts';
import { RedemptionRow } from './redemption-row.tsx';

/** What one member redeemed. */
export function MemberRedemptions({ memberId }: { memberId: string }) {
  const t = useTranslations('redemptions');
  const list = useInfiniteQuery(redemptionListQuery({ memberId }));
  return (
    <Loadable query={list} rows={2}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={t('memberNone')} />;
        return (
          <>
            <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
              {items.map((redemption) => (
                <RedemptionRow key={redemption.id} redemption={redemption} showMember={false} />
              ))}
            </Paper>
            <ListEnd list={list} />
          </>
        );
      }}
    </Loadable>
  );
}
