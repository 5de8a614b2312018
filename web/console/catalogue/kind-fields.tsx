import { Paper, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { isVoucherKind, REWARD_KINDS } from '../../../src/domain/catalogue/reward-kind.ts';
import { useShop } from '../session/session.ts';
import type { VoucherField, VoucherForm } from './voucher-form.ts';

type Props = {
  form: VoucherForm;
  onChange: (part: Partial<VoucherForm>) => void;
  /** Published: another kind would be another reward. */
  fixed: boolean;
  isWrong: (field: VoucherField) => boolean;
};

/** What kind of reward it is comes first: the fields below follow it. */
export function KindFields({ form, onChange, fixed, isWrong }: Props) {
  const t = useTranslations('rewards');
  const { shop } = useShop();
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text fw={600} id="reward-kind">
          {t('kind')}
        </Text>
        <SegmentedControl
          aria-labelledby="reward-kind"
          fullWidth
          disabled={fixed}
          value={form.kind}
          onChange={(value) => {
            const kind = REWARD_KINDS.find((each) => each === value);
            if (kind) onChange({ kind });
          }}
          data={REWARD_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <Text size="sm" c="dimmed">
          {fixed ? t('kindFixed') : t(`kindHints.${form.kind}`)}
        </Text>
        {isVoucherKind(form.kind) && (
          <SimpleGrid cols={{ base: 1, xs: form.kind === 'coupon' ? 3 : 2 }}>
            {form.kind === 'coupon' && (
              <>
                <TextInput
                  label={t('face', { currency: shop.currency })}
                  inputMode="decimal"
                  autoComplete="off"
                  required
                  value={form.face}
                  onChange={({ currentTarget }) => onChange({ face: currentTarget.value })}
                  error={isWrong('face') ? t('wrongFace') : undefined}
                />
                <TextInput
                  label={t('minimum', { currency: shop.currency })}
                  placeholder={t('minimumNone')}
                  inputMode="decimal"
                  autoComplete="off"
                  value={form.minimum}
                  onChange={({ currentTarget }) => onChange({ minimum: currentTarget.value })}
                  error={isWrong('minimum') ? t('wrongMinimum') : undefined}
                />
              </>
            )}
            <TextInput
              label={t('validDays')}
              placeholder={t('validDaysNone')}
              inputMode="numeric"
              autoComplete="off"
              value={form.validDays}
              onChange={({ currentTarget }) => onChange({ validDays: currentTarget.value })}
              error={isWrong('validDays') ? t('wrongValidDays') : undefined}
            />
          </SimpleGrid>
        )}
      </Stack>
    </Paper>
  );
}
