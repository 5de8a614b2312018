import { Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../../src/messages/isolated.ts';
import { Loadable } from '../../parts/loadable.tsx';
import { Page } from '../../parts/page.tsx';
import { useShop } from '../../session/session.ts';
import { useFormat } from '../../session/use-format.ts';
import '../counter.css';
import '../people.css';
import type { CounterGrant } from '../recent.ts';
import { RecentGrants } from '../recent-grants.tsx';
import { type Slip, type SlipSums, slipQuery } from './api.ts';
import { UndoLate } from './undo-late.tsx';

/** The end of the day on one page: what was given, undone, handed out and taken in cash. */
export function SlipPage() {
  const t = useTranslations('slip');
  const counter = useTranslations('counter');
  const { me } = useShop();
  const navigate = useNavigate();
  const { day } = useSearch({ from: '/shop/counter/slip' });
  const slip = useQuery(slipQuery(day));
  return (
    <Page title={t('title')} back={{ to: '/counter', label: counter('title') }} note={t('note')}>
      <TextInput
        type="date"
        label={t('day')}
        maw={240}
        value={day ?? slip.data?.day ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/counter/slip', search: value === '' ? {} : { day: value }, replace: true })
        }
      />
      <Loadable query={slip} rows={3} rowHeight={120}>
        {(read) => (
          <>
            {read.staff.length === 0 && <Text c="dimmed">{t('none')}</Text>}
            {read.branches.map((of) => (
              <Sums key={`in ${of.branchId}`} name={of.name ?? t('noBranch')} of={of} />
            ))}
            {read.staff.map((of) => (
              <Sums key={of.staffId} name={of.name ?? t('someone')} of={of} />
            ))}
            {me.role === 'clerk' ? <Own isToday={day === undefined} slip={read} /> : <Lines slip={read} />}
          </>
        )}
      </Loadable>
    </Page>
  );
}

function Sums({ name: title, of }: { name: string; of: SlipSums }) {
  const t = useTranslations('slip');
  const format = useFormat();
  const { shop } = useShop();
  const figures: [string, string][] = [
    [t('grants'), format.count(of.grants)],
    [t('amount'), format.money(of.amountMinor, shop.currency)],
    [t('points', { unit: format.unit }), format.count(of.points)],
    [t('undone'), format.count(of.undone)],
    [t('redemptions'), format.count(of.redemptions)],
    [t('vouchersUsed'), format.count(of.vouchersUsed)],
    [t('cashTaken'), format.money(of.cashTakenMinor, shop.currency)],
    // Most days nothing comes back, and a slip is read at a glance.
    ...takenBack(of).map(([name, value]): [string, string] => [
      t(name, { unit: format.unit }),
      name === 'takenBack' ? format.money(value, shop.currency) : format.count(value),
    ]),
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} mb="sm">
        {isolated(title)}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="sm" className="slipFigures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} fw={700} fz="xl" className="figures">
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

function takenBack({ takenBackMinor, takenBackPoints }: SlipSums) {
  return takenBackMinor === 0 && takenBackPoints === 0
    ? []
    : ([
        ['takenBack', takenBackMinor],
        ['takenBackPoints', takenBackPoints],
      ] as const);
}

/** A clerk's own list of today carries the undo that is hers. */
function Own({ isToday, slip }: { isToday: boolean; slip: Slip }) {
  const counter = useTranslations('counter');
  if (!isToday) return <Lines slip={slip} />;
  return (
    <section aria-labelledby="own">
      <Title order={2} id="own" mb="sm">
        {counter('recent')}
      </Title>
      <RecentGrants />
    </section>
  );
}

function Lines({ slip: { lines, linesLeftOut } }: { slip: Slip }) {
  const t = useTranslations('slip');
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="lines">
      <Title order={2} id="lines" mb="sm">
        {t('lines')}
      </Title>
      <Stack gap={0} component="ul" className="plainList">
        {lines.map((line) => (
          <Line key={line.grantId} line={line} />
        ))}
      </Stack>
      {linesLeftOut > 0 && <Text c="dimmed">{t('leftOut', { count: linesLeftOut })}</Text>}
    </section>
  );
}

function Line({ line }: { line: CounterGrant }) {
  const t = useTranslations('slip');
  const counter = useTranslations('counter');
  const format = useFormat();
  const { me, shop } = useShop();
  const nowMs = Date.now();
  const { memberName, staffName, branch, amountMinor, points, at, undone, approvedBy, receipt } = line;
  const told = [
    format.dateTime(Date.parse(at), nowMs),
    staffName,
    branch && isolated(branch),
    format.money(amountMinor, shop.currency),
    receipt && counter('receiptIs', { receipt }),
    approvedBy?.name && counter('approvedBy', { name: approvedBy.name }),
    undone?.reason && t('undoneBecause', { reason: undone.reason }),
  ];
  return (
    <Group component="li" className="grantRow" justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} td={undone === null ? 'none' : 'line-through'} truncate>
          {isolated(memberName)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {told.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
        <Text fw={700} className="figures" c={undone === null ? 'var(--mantine-color-text)' : 'dimmed'}>
          {undone === null ? format.signed(points) : counter('isUndone')}
        </Text>
        {undone === null && me.role !== 'clerk' && <UndoLate line={line} />}
      </Group>
    </Group>
  );
}
