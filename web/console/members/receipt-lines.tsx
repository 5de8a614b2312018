import { Button, Chip, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { AMOUNT_MINOR_MAX, parseAmountMinor } from '../../../src/domain/money.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { newReceiptLine, RECEIPT_LINES_MAX, type TypedLine } from './receipt.ts';

type Props = {
  lines: TypedLine[];
  onChange: (lines: TypedLine[]) => void;
  /** Those with rates of their own; without any one amount is all there is to type. */
  categories: string[];
  tried: boolean;
};

/** The amounts of one receipt, each with its category. */
export function ReceiptLines({ lines, onChange, categories, tried }: Props) {
  const t = useTranslations('members');
  const change = (id: number, part: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <>
      {lines.map((line, position) => (
        <ReceiptLine
          key={line.id}
          line={line}
          first={position === 0}
          categories={categories}
          tried={tried}
          onChange={(part) => change(line.id, part)}
          {...(lines.length > 1
            ? { onRemove: () => onChange(lines.filter(({ id }) => id !== line.id)) }
            : {})}
        />
      ))}
      {categories.length > 0 && lines.length < RECEIPT_LINES_MAX && (
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...lines, newReceiptLine(lines)])}
        >
          {t('lineAdd')}
        </Button>
      )}
    </>
  );
}

type LineProps = {
  line: TypedLine;
  first: boolean;
  categories: string[];
  tried: boolean;
  onChange: (part: Partial<TypedLine>) => void;
  onRemove?: () => void;
};

function ReceiptLine({ line, first, categories, tried, onChange, onRemove }: LineProps) {
  const t = useTranslations('members');
  const { shop } = useShop();
  const format = useFormat();
  const wrong = (parseAmountMinor(line.amount, shop.currency) ?? 0) <= 0;
  return (
    <Stack gap="xs">
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <TextInput
          label={t('amount', { currency: shop.currency })}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus={first || undefined}
          size="xl"
          style={{ flex: 1 }}
          value={line.amount}
          onChange={({ currentTarget }) => onChange({ amount: currentTarget.value })}
          error={
            tried && wrong
              ? t('amountWrong', { most: format.money(AMOUNT_MINOR_MAX, shop.currency) })
              : undefined
          }
        />
        {onRemove && (
          <Button variant="default" onClick={onRemove}>
            {t('lineRemove')}
          </Button>
        )}
      </Group>
      {categories.length > 0 && (
        <Chip.Group
          value={line.category ?? ''}
          onChange={(value) => onChange({ category: String(value) || null })}
        >
          <Group gap="xs" role="group" aria-label={t('category')}>
            <Chip value="" size="md">
              {t('categoryOther')}
            </Chip>
            {categories.map((category) => (
              <Chip key={category} value={category} size="md">
                {category}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
    </Stack>
  );
}
