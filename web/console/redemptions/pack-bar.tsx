import { Button, Group, Paper, Text } from '@mantine/core';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type ListedRedemption, prepareMany, REDEMPTIONS_KEY } from './api.ts';
import { useParcelTemplate } from './parcel-template.ts';

const PickList = lazy(() => import('./pick-list.tsx').then(({ PickList: loaded }) => ({ default: loaded })));

type Packed = { kept: ListedRedemption[]; left: ListedRedemption[] };

/** What can be done with all that are ticked, at hand wherever the list is scrolled to. */
export function PackBar({ chosen, onDone }: { chosen: ListedRedemption[]; onDone: () => void }) {
  const t = useTranslations('redemptions');
  const download = useParcelTemplate();
  const [packed, setPacked] = useState<Packed | null>(null);
  const prepare = useSubmission({
    send: (orders: ListedRedemption[], key) =>
      prepareMany(
        orders.map(({ memberId, id }) => ({ memberId, redemptionId: id })),
        key,
      ),
    refresh: [REDEMPTIONS_KEY, ['home']],
    onSuccess({ rows }, orders) {
      const begun = new Set(rows.filter(({ redemption }) => redemption).map((row) => row.redemptionId));
      setPacked({
        kept: orders.filter(({ id }) => begun.has(id)),
        left: orders.filter(({ id }) => !begun.has(id)),
      });
    },
  });
  return (
    <>
      {chosen.length > 0 && (
        <Paper withBorder shadow="md" p="sm" className="packBar">
          <Group justify="space-between" gap="xs">
            <Text fw={600} className="figures" aria-live="polite">
              {t('picked', { count: chosen.length })}
            </Text>
            <Group gap="xs">
              <Button
                leftSection={<IconPrinter size={18} aria-hidden />}
                loading={prepare.isPending}
                onClick={() => prepare.mutate(chosen)}
              >
                {t('pickList.print')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconFileDownload size={18} aria-hidden />}
                onClick={() => void download(chosen)}
              >
                {t('pickList.download')}
              </Button>
            </Group>
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {t('pickList.fence')}
          </Text>
          {prepare.isError && <ProblemAlert error={prepare.error} />}
        </Paper>
      )}
      {packed && (
        <Suspense fallback={null}>
          <PickList
            {...packed}
            onClose={() => {
              setPacked(null);
              onDone();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
