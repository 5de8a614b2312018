import { ActionIcon, Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { shopKindOf } from '../../../src/domain/counter/service.ts';
import type { ExpiryPolicy, Programme } from '../../../src/domain/programme/programme.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { FormFault, ProgrammeForm } from './model.ts';
import { SmallField } from './small-field.tsx';

type Props = { form: ProgrammeForm; faults: FormFault[]; onChange: (form: ProgrammeForm) => void };

/** Each rule is a sentence; what can be changed in it is a field in its place. */
export function ProgrammeFields({ form, faults, onChange }: Props) {
  const t = useTranslations('programme');
  const format = useFormat();
  const { shop } = useShop();
  // Courses are followed and not come for; what was published stays to be changed.
  const showsVisit = shopKindOf(shop.industry) !== 'lessons' || form.visitPoints !== '';
  const unit = format.money(10 ** fractionDigits(shop.currency), shop.currency);
  const faultOf = (field: FormFault['field'], key?: string) =>
    faults.find((each) => each.field === field && (!('key' in each) || each.key === key));
  const wordsOf = (found: FormFault | undefined) => found && t(`faults.${found.fault}`);
  const change = (part: Partial<ProgrammeForm>) => onChange({ ...form, ...part });
  const changeCategory = (key: string, part: { category?: string; rate?: string }) =>
    change({
      categoryRates: form.categoryRates.map((each) => (each.key === key ? { ...each, ...part } : each)),
    });
  return (
    <Stack>
      <Rule fault={wordsOf(faultOf('signUpBonus'))}>
        {t.rich('signUpSentence', {
          points: format.unitFor(Number(form.signUpBonus)),
          bonus: () => (
            <SmallField
              key="bonus"
              label={t('signUpBonus', { unit: format.unit })}
              value={form.signUpBonus}
              wrong={faultOf('signUpBonus') !== undefined}
              onChange={(signUpBonus) => change({ signUpBonus })}
            />
          ),
        })}
        <Text size="sm" c="dimmed" w="100%">
          {t('signUpHint')}
        </Text>
      </Rule>
      <Rule fault={wordsOf(faultOf('baseRate'))}>
        {t.rich('baseSentence', {
          unit,
          points: format.unitFor(Number(form.baseRate)),
          rate: () => (
            <SmallField
              key="rate"
              label={t('baseRate')}
              value={form.baseRate}
              wrong={faultOf('baseRate') !== undefined}
              onChange={(baseRate) => change({ baseRate })}
            />
          ),
        })}
      </Rule>
      {showsVisit && (
        <Rule fault={wordsOf(faultOf('visitPoints'))}>
          {t.rich('visitSentence', {
            points: format.unitFor(Number(form.visitPoints)),
            bonus: () => (
              <SmallField
                key="visit"
                label={t('visitPoints', { unit: format.unit })}
                value={form.visitPoints}
                wrong={faultOf('visitPoints') !== undefined}
                onChange={(visitPoints) => change({ visitPoints })}
              />
            ),
          })}
          <Text size="sm" c="dimmed" w="100%">
            {t('visitHint')}
          </Text>
        </Rule>
      )}
      {form.categoryRates.map(({ key, category, rate }) => (
        <Rule key={key} fault={wordsOf(faultOf('category', key) ?? faultOf('categoryRate', key))}>
          {t.rich('categorySentence', {
            unit,
            points: format.unitFor(Number(rate)),
            category: () => (
              <TextInput
                key="category"
                aria-label={t('category')}
                placeholder={t('category')}
                w={140}
                maxLength={64}
                value={category}
                error={faultOf('category', key) !== undefined}
                onChange={({ currentTarget }) => changeCategory(key, { category: currentTarget.value })}
              />
            ),
            rate: () => (
              <SmallField
                key="rate"
                label={t('categoryRate', { category: category || t('category') })}
                value={rate}
                wrong={faultOf('categoryRate', key) !== undefined}
                onChange={(value) => changeCategory(key, { rate: value })}
              />
            ),
          })}
          <ActionIcon
            variant="subtle"
            color="gray"
            ml="auto"
            aria-label={t('removeCategory', { category: category || t('category') })}
            onClick={() => change({ categoryRates: form.categoryRates.filter((each) => each.key !== key) })}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Rule>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() =>
          change({
            categoryRates: [...form.categoryRates, { key: crypto.randomUUID(), category: '', rate: '' }],
          })
        }
      >
        {t('addCategory')}
      </Button>
      <Rule fault={wordsOf(faultOf('daysUntilEntry'))}>
        {t.rich('daysSentence', {
          points: format.unit,
          days: () => (
            <SmallField
              key="days"
              label={t('daysUntilEntry')}
              value={form.daysUntilEntry}
              wrong={faultOf('daysUntilEntry') !== undefined}
              onChange={(daysUntilEntry) => change({ daysUntilEntry })}
            />
          ),
        })}
        <Text size="sm" c="dimmed" w="100%">
          {t('daysHint')}
        </Text>
      </Rule>
      <Rule fault={wordsOf(faultOf('rollingDays'))}>
        <NativeSelect
          label={t('expiry', { unit: format.unitTitle })}
          value={form.expiry}
          data={EXPIRIES.map((value) => ({ value, label: t(`expiries.${value}`) }))}
          onChange={({ currentTarget }) => change({ expiry: expiryOf(currentTarget.value) })}
        />
        {form.expiry === 'rolling' && (
          <TextInput
            label={t('rollingDays')}
            inputMode="numeric"
            w={120}
            value={form.rollingDays}
            error={faultOf('rollingDays') !== undefined}
            onChange={({ currentTarget }) => change({ rollingDays: currentTarget.value })}
          />
        )}
      </Rule>
      <Rule fault={undefined}>
        <NativeSelect
          label={t('clawback')}
          description={t('clawbackHint')}
          w="100%"
          value={form.clawback}
          data={CLAWBACKS.map((value) => ({ value, label: t(`clawbacks.${value}`) }))}
          onChange={({ currentTarget }) => change({ clawback: clawbackOf(currentTarget.value) })}
        />
      </Rule>
    </Stack>
  );
}

const EXPIRIES = ['end_of_next_year', 'rolling', 'never'] as const satisfies ExpiryPolicy['kind'][];
const CLAWBACKS = ['owe', 'write_off'] as const satisfies Programme['clawback'][];

function expiryOf(value: string): ExpiryPolicy['kind'] {
  return EXPIRIES.find((kind) => kind === value) ?? 'end_of_next_year';
}

function clawbackOf(value: string): Programme['clawback'] {
  return value === 'write_off' ? 'write_off' : 'owe';
}

function fractionDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

function Rule({ children, fault }: { children: ReactNode; fault: string | undefined }) {
  return (
    <Paper withBorder p="md">
      <Group gap={8} align="center">
        {children}
      </Group>
      {fault !== undefined && (
        <Text c="var(--mantine-color-error)" size="sm" mt={4} role="alert">
          {fault}
        </Text>
      )}
    </Paper>
  );
}
