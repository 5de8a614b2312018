import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { Empty } from '../parts/empty.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { rateText } from '../programme/model.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type Entry, entriesQuery } from './api.ts';
import { boughtAtMs, entryReason, pendingUntilMs } from './model.ts';
import { RefundPurchase } from './refund-purchase.tsx';

/** Every movement of a member's points with its reason and the balance after it, newest first. */
export function EntryLines({ memberId }: { memberId: string }) {
  const t = useTranslations('members');
  const list = useInfiniteQuery(entriesQuery(memberId));
  return (
    <Loadable query={list} rows={4}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={t('noEntries')} />;
        return (
          <>
            <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((entry) => (
                <EntryLine key={entry.seq} entry={entry} memberId={memberId} />
              ))}
            </Paper>
            <ListEnd list={list} />
          </>
        );
      }}
    </Loadable>
  );
}

/** One movement with its reason, and the return of a purchase. */
export function EntryLine({ entry, memberId }: { entry: Entry; memberId: string }) {
  const t = useTranslations('members');
  const format = useFormat();
  const { shop } = useShop();
  const [refunding, refund] = useDisclosure(false);
  const { channel, orderId } = entry.why;
  const nowMs = Date.now();
  const reason = entryReason(entry);
  const pendingUntil = pendingUntilMs(entry, nowMs);
  const boughtAt = boughtAtMs(entry, (atMs) => format.date(atMs, nowMs));
  const details = [
    reason.adjustReason && t(`adjustReasons.${reason.adjustReason}`),
    reason.note,
    reason.computation &&
      t('computation', {
        amount: format.money(reason.computation.amountMinor, shop.currency),
        rate: rateText(reason.computation.rate),
        category: isolated(reason.computation.category ?? 'none'),
      }),
    boughtAt !== null && t('boughtOn', { date: format.date(boughtAt, nowMs) }),
    reason.imported !== null &&
      entry.why.occurredAt !== null &&
      t('importedDated', { date: format.date(Date.parse(entry.why.occurredAt), nowMs) }),
    pendingUntil !== null && t('entersOn', { date: format.date(pendingUntil, nowMs) }),
    reason.order && t('order', { order: reason.order }),
    format.dateTime(Date.parse(entry.at), nowMs),
  ].filter(Boolean);
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm" align="flex-start">
        <Stack gap={0} style={{ minWidth: 0 }}>
          {reason.redemptionId === null ? (
            <Text fw={600}>
              {reason.imported === null
                ? t(`entryKinds.${reason.kind}`)
                : t(`importedKinds.${reason.imported}`)}
            </Text>
          ) : (
            <AnchorLink
              to="/redemptions/$memberId/$redemptionId"
              params={{ memberId, redemptionId: reason.redemptionId }}
              fw={600}
            >
              {t(`entryKinds.${reason.kind}`)}
            </AnchorLink>
          )}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {details.join(' · ')}
          </Text>
          {entry.type === 'points.earned' && channel !== null && orderId !== null && (
            <>
              <Button variant="default" mt="xs" style={{ alignSelf: 'flex-start' }} onClick={refund.open}>
                {t('refund')}
              </Button>
              {refunding && <RefundPurchase onClose={refund.close} order={{ memberId, channel, orderId }} />}
            </>
          )}
        </Stack>
        <Stack gap={0} align="flex-end" className="figures" style={{ whiteSpace: 'nowrap' }}>
          <Text fw={600}>{format.signed(entry.points)}</Text>
          <Text size="sm" c="dimmed">
            {t('balanceAfter', { balance: format.count(entry.balanceAfter) })}
          </Text>
        </Stack>
      </Group>
    </li>
  );
}
