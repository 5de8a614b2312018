import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { RedemptionDetail, useRedemption } from './redemption-detail.tsx';
import { StateBadge } from './state-badge.tsx';
import { useLineWords } from './use-line-words.ts';

/** One redemption on a page of its own: on a phone, and by its address. */
export function RedemptionPage() {
  const t = useTranslations('redemptions');
  const lineWords = useLineWords();
  const { memberId, redemptionId } = useParams({ from: '/shop/redemptions/$memberId/$redemptionId' });
  const redemption = useRedemption(memberId, redemptionId);
  return (
    <Page
      title={redemption.data ? redemption.data.lines.map(lineWords).join(t('listComma')) : t('one')}
      back={{ to: '/redemptions', label: t('title') }}
      note={redemption.data && <StateBadge state={redemption.data.state} />}
    >
      <Loadable query={redemption} rows={3} rowHeight={120}>
        {(data) => <RedemptionDetail redemption={data} columns={2} />}
      </Loadable>
    </Page>
  );
}
