import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Page } from '../parts/page.tsx';
import { EMPTY_REWARD } from './model.ts';
import { RewardEditor } from './reward-editor.tsx';

/** A reward from nothing: name, points, picture; the rest can wait. */
export function NewRewardPage() {
  const t = useTranslations('rewards');
  const navigate = useNavigate();
  return (
    <Page title={t('add')} back={{ to: '/rewards', label: t('title') }}>
      <RewardEditor
        reward={null}
        initial={EMPTY_REWARD}
        onSaved={({ id }) =>
          void navigate({
            to: '/rewards/$rewardId',
            params: { rewardId: id },
            replace: true,
            ignoreBlocker: true,
          })
        }
      />
    </Page>
  );
}
