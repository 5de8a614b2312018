import { Badge, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import './settings.css';
import { type SettingsAnswer, settingsQuery } from './api.ts';

const PLANS = [
  { name: 'free', price: null, members: 200 },
  { name: 'standard', price: 99_00, members: 2_000 },
  { name: 'growth', price: 399_00, members: 20_000 },
] as const;
const PRICED_IN = 'CNY';

/** How far the month has come in the plan that the shop is on, and what the others will be. */
export function PlanPage() {
  const settings = useTranslations('settings');
  const found = useQuery(settingsQuery);
  return (
    <Page title={settings('plan.title')} back={{ to: '/settings', label: settings('title') }}>
      <Loadable query={found} rows={2} rowHeight={140}>
        {({ plan }) => (
          <Stack maw={680}>
            <OwnPlan plan={plan} />
            <Plans />
          </Stack>
        )}
      </Loadable>
    </Page>
  );
}

function OwnPlan({ plan }: Pick<SettingsAnswer, 'plan'>) {
  const t = useTranslations('plan');
  const format = useFormat();
  const { activeMembers, activeMembersMax } = plan;
  const isOver = activeMembers > activeMembersMax;
  return (
    <Paper withBorder p="lg">
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h4">
          {t('free')}
        </Title>
        <Text c="dimmed">{t('freePrice')}</Text>
      </Group>
      <Text mt="md" className="figures">
        <Text span fz={32} fw={700}>
          {format.count(activeMembers)}
        </Text>{' '}
        {t('ofMembers', { max: format.count(activeMembersMax) })}
      </Text>
      <Progress
        mt={8}
        size="lg"
        value={Math.min(100, (activeMembers / activeMembersMax) * 100)}
        {...(isOver && { color: 'orange' })}
        aria-label={t('used')}
      />
      <Text c="dimmed" mt="sm">
        {t('counted')}
      </Text>
      <Text mt={4}>{isOver ? t('over') : t('under')}</Text>
    </Paper>
  );
}

function Plans() {
  const t = useTranslations('plan');
  const format = useFormat();
  return (
    <Stack gap="sm" component="section" aria-labelledby="plans">
      <Title order={2} size="h5" id="plans">
        {t('all')}
      </Title>
      <Paper withBorder className="settingGroup">
        {PLANS.map(({ name, price, members }) => (
          <Group key={name} className="settingRow" p="md" justify="space-between" gap="xs">
            <Group gap="xs">
              <Text fw={600}>{t(name)}</Text>
              {price === null ? <Badge>{t('yours')}</Badge> : <Badge color="gray">{t('notYet')}</Badge>}
            </Group>
            <Text c="dimmed" className="figures">
              {price === null ? t('freePrice') : t('monthly', { price: format.money(price, PRICED_IN) })} ·{' '}
              {t('members', { max: format.count(members) })}
            </Text>
          </Group>
        ))}
      </Paper>
      <Text c="dimmed">{t('note')}</Text>
    </Stack>
  );
}
