import { Input, PinInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl/react';

type Props = {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  /** Where it is chosen it can be read; where it is asked for it can't. */
  mask?: boolean;
};

/** Six digits in a form. */
export function PinField({ label, description, value, onChange, error = null, mask = false }: Props) {
  const t = useTranslations('clerk');
  const id = useId();
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div" id={id} size="md">
      <PinInput
        mt={6}
        length={6}
        type="number"
        size="md"
        mask={mask}
        oneTimeCode={false}
        placeholder=""
        gap={6}
        styles={{
          root: { maxWidth: 360 },
          pinInput: { flex: 1, height: 52 },
          input: { width: '100%', height: 52 },
        }}
        value={value}
        onChange={onChange}
        error={error !== null}
        getInputProps={(index: number) => ({ 'aria-label': t('digit', { label, place: index + 1 }) })}
      />
    </Input.Wrapper>
  );
}
