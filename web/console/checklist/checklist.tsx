import {
  Badge,
  Button,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from '@mantine/core';
import { IconCheck, IconChevronRight, IconCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import type { ChecklistItem } from '../../../src/domain/checklist.ts';
import { useSubmission } from '../api/use-submission.ts';
import { useShop } from '../session/session.ts';
import { CHECKLIST_KEY, type Checklist, checklistQuery, hideChecklist } from './api.ts';
import { placeOf, progressOf } from './model.ts';

const LEADS_TO = {
  rewards: '/rewards',
  sheet: '/poster',
  points: '/counter',
  staff: '/settings/staff',
  imports: '/members/import',
  payments: '/settings/payments',
} as const satisfies Record<ChecklistItem, string>;

function useIsOwners(): boolean {
  const { me, shop } = useShop();
  return me.role === 'owner' && shop.state === 'open';
}

/** Whether the steps are still on their way: Home is drawn with them, so that nothing jumps. */
export function useFirstStepsPending(): boolean {
  const enabled = useIsOwners();
  const { isPending } = useQuery({ ...checklistQuery, enabled });
  return enabled && isPending;
}

/** The owner's first steps after opening, at one of two places on Home; nothing at the other. */
export function FirstSteps({ place }: { place: 'top' | 'bottom' }) {
  const t = useTranslations('checklist');
  const isOwners = useIsOwners();
  const { data } = useQuery({ ...checklistQuery, enabled: isOwners });
  const hide = useSubmission({ send: hideChecklist, refresh: [CHECKLIST_KEY] });
  if (!isOwners || !data) return null;
  if (data.hidden && hide.variables === true) {
    return (
      <Group gap="sm" role="status">
        <Text c="dimmed">{t('hidden')}</Text>
        <Button variant="subtle" size="compact-md" mih={44} onClick={() => hide.mutate(false)}>
          {t('undo')}
        </Button>
      </Group>
    );
  }
  if (placeOf(data) !== place) return null;
  return <Steps checklist={data} large={place === 'top'} hide={hide} />;
}

type StepsProps = {
  checklist: Checklist;
  large: boolean;
  hide: { isPending: boolean; mutate: (hidden: boolean) => void };
};

function Steps({ checklist, large, hide }: StepsProps) {
  const t = useTranslations('checklist');
  const { done, all, left, onlyOptional } = progressOf(checklist.steps);
  const said = onlyOptional ? t('progressOptional', { done, all }) : t('progress', { done, all, left });
  return (
    <Paper withBorder p={large ? 'lg' : 'md'} component="section" aria-labelledby="first-steps">
      <Stack gap={large ? 'md' : 'sm'}>
        <Group justify="space-between" gap="xs">
          <div>
            <Title order={2} id="first-steps">
              {t('title')}
            </Title>
            <Text className="figures">{said}</Text>
          </div>
          <Button
            variant="subtle"
            size="compact-md"
            mih={44}
            loading={hide.isPending}
            onClick={() => hide.mutate(true)}
          >
            {t('hide')}
          </Button>
        </Group>
        <Progress value={(done / all) * 100} size={large ? 'md' : 'sm'} aria-label={said} />
        <SimpleGrid
          component="ul"
          cols={{ base: 1, sm: large ? 1 : 2 }}
          spacing={4}
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
        >
          {checklist.steps.map((step) => (
            <Step key={step.item} step={step} count={checklist.liveRewards} large={large} />
          ))}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

type StepProps = { step: Checklist['steps'][number]; count: number; large: boolean };

function Step({ step: { item, done, optional }, count, large }: StepProps) {
  const t = useTranslations('checklist');
  return (
    <li>
      <Link to={LEADS_TO[item]} className="rowLink" style={{ borderRadius: 8 }}>
        <Group wrap="nowrap" gap="sm" py={large ? 10 : 6} px="xs" mih={44}>
          <ThemeIcon
            variant={done ? 'filled' : 'default'}
            radius="xl"
            size="md"
            role="img"
            aria-label={t(done ? 'done' : 'toDo')}
          >
            {done ? <IconCheck size={16} /> : <IconCircle size={12} />}
          </ThemeIcon>
          <Stack gap={0} style={{ flex: 1, minWidth: 0 }}>
            <Group gap="xs">
              <Text fw={done ? 400 : 600} {...(done && { c: 'dimmed' })}>
                {t(`items.${item}`)}
              </Text>
              {optional && (
                <Badge variant="light" color="gray" autoContrast>
                  {t('optional')}
                </Badge>
              )}
            </Group>
            {large && !done && (
              <Text size="sm" c="dimmed">
                {t(`why.${item}`, { count })}
              </Text>
            )}
          </Stack>
          <IconChevronRight size={18} aria-hidden />
        </Group>
      </Link>
    </li>
  );
}
