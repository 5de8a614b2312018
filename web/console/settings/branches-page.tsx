import { ActionIcon, Button, Group, Paper, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { BRANCHES_MAX } from '../../../src/domain/shop-settings.ts';
import { Empty } from '../parts/empty.tsx';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { type SettingsAnswer, settingsQuery } from './api.ts';
import { type BranchFault, type BranchForm, branchFormsOf, newBranch, readBranches } from './branch-form.ts';
import { useChange } from './use-change.ts';

/** Where the shop is: shown in the mall, and chosen by whoever fetches goods. */
export function BranchesPage() {
  const t = useTranslations('branches');
  const settings = useTranslations('settings');
  const found = useQuery(settingsQuery);
  return (
    <Page
      title={settings('branches.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <Loadable query={found} rows={2} rowHeight={180}>
        {({ settings: known }) => <Branches saved={known.branches} />}
      </Loadable>
    </Page>
  );
}

function Branches({ saved }: { saved: SettingsAnswer['settings']['branches'] }) {
  const t = useTranslations('branches');
  const common = useTranslations('common');
  const [typed, setTyped] = useState<BranchForm[] | null>(null);
  const [faults, setFaults] = useState<BranchFault[]>([]);
  const change = useChange(() => setTyped(null));
  const forms = typed ?? branchFormsOf(saved);
  const isEdited = typed !== null && JSON.stringify(typed) !== JSON.stringify(branchFormsOf(saved));
  const edit = (next: BranchForm[]) => {
    setTyped(next);
    setFaults([]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readBranches(forms);
    setFaults(read.faults);
    if (read.branches) change.mutate({ section: 'branches', value: read.branches, seen: saved });
  };
  const add = (
    <Button
      variant={forms.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => edit([...forms, newBranch()])}
    >
      {t('add')}
    </Button>
  );
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard edited={isEdited} />
      <Stack maw={760}>
        {forms.length === 0 && !isEdited ? (
          <Empty title={t('none')} detail={t('noneDetail')} action={add} />
        ) : (
          <>
            {forms.map((form, place) => (
              <BranchCard
                key={form.id}
                form={form}
                place={place + 1}
                faults={faults.filter(({ id }) => id === form.id)}
                onChange={(next) => edit(forms.map((each) => (each.id === form.id ? next : each)))}
                onRemove={() => edit(forms.filter(({ id }) => id !== form.id))}
              />
            ))}
            {forms.length < BRANCHES_MAX && <Group>{add}</Group>}
            <ProblemAlert error={change.error} />
            <SubmitButton pending={change.isPending} disabled={!isEdited}>
              {common('save')}
            </SubmitButton>
          </>
        )}
      </Stack>
    </form>
  );
}

type CardProps = {
  form: BranchForm;
  place: number;
  faults: BranchFault[];
  onChange: (form: BranchForm) => void;
  onRemove: () => void;
};

function BranchCard({ form, place, faults, onChange, onRemove }: CardProps) {
  const t = useTranslations('branches');
  const title = form.name.trim() || t('unnamed', { place });
  const field = (name: 'name' | 'address' | 'phone' | 'hours' | 'mapUrl', maxLength: number) => {
    const fault = faults.find((each) => each.field === name);
    return {
      label: t(name),
      maxLength,
      autoComplete: 'off',
      value: form[name],
      error: fault && t(`faults.${fault.fault}`),
      onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
        onChange({ ...form, [name]: value }),
    };
  };
  return (
    <Paper withBorder p="md" role="group" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text fw={600}>{title}</Text>
        <ActionIcon
          size={44}
          variant="subtle"
          color="gray"
          aria-label={t('remove', { name: title })}
          onClick={onRemove}
        >
          <IconTrash size={20} aria-hidden />
        </ActionIcon>
      </Group>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput required {...field('name', 40)} />
          <TextInput type="tel" {...field('phone', 40)} />
        </SimpleGrid>
        <TextInput required {...field('address', 200)} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput placeholder={t('hoursHint')} {...field('hours', 100)} />
          <TextInput type="url" inputMode="url" placeholder="https://" {...field('mapUrl', 500)} />
        </SimpleGrid>
        <Switch
          size="lg"
          styles={{ label: { fontSize: 'var(--mantine-font-size-md)' } }}
          label={t('pickUp')}
          checked={form.pickUp}
          onChange={({ currentTarget: { checked } }) => onChange({ ...form, pickUp: checked })}
        />
      </Stack>
    </Paper>
  );
}
