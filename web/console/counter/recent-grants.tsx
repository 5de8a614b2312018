import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { Empty } from '../parts/empty.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type CounterGrant, isUndoable, recentGrantsQuery } from './recent.ts';
import { UndoDialog, type Undoing } from './undo-dialog.tsx';

/** What this clerk gave today, the newest first, each to be taken back while that is hers to do. */
export function RecentGrants() {
  const t = useTranslations('counter');
  const grants = useQuery(recentGrantsQuery);
  const [undoing, setUndoing] = useState<Undoing | null>(null);
  return (
    <>
      <Loadable query={grants} rows={3} rowHeight={56}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('recentNone')} />
          ) : (
            <Stack gap={0} component="ul" className="plainList">
              {items.map((grant) => (
                <GrantRow key={grant.grantId} grant={grant} onUndo={setUndoing} />
              ))}
            </Stack>
          )
        }
      </Loadable>
      <UndoDialog undoing={undoing} onClose={() => setUndoing(null)} />
    </>
  );
}

function GrantRow({ grant, onUndo }: { grant: CounterGrant; onUndo: (undoing: Undoing) => void }) {
  const t = useTranslations('counter');
  const format = useFormat();
  const { shop } = useShop();
  const nowMs = Date.now();
  const { grantId, memberName, amountMinor, points, at, undone, approvedBy, branch } = grant;
  return (
    <Group component="li" className="grantRow" justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} truncate td={undone === null ? 'none' : 'line-through'}>
          {isolated(memberName)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {[
            format.dateTime(Date.parse(at), nowMs),
            format.money(amountMinor, shop.currency),
            branch && isolated(branch),
            approvedBy?.name && t('approvedBy', { name: approvedBy.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
        <Text fw={700} className="figures" c={undone === null ? 'var(--mantine-color-text)' : 'dimmed'}>
          {undone === null ? format.signed(points) : t('isUndone')}
        </Text>
        {isUndoable(grant, nowMs) && (
          <Button variant="default" onClick={() => onUndo({ grantId, name: memberName, points })}>
            {t('undo')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
