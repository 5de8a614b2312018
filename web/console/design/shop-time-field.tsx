import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { momentOfWallTime, wallTimeOf } from '../../../src/domain/calendar.ts';
import { useShop } from '../session/session.ts';

type Props = {
  label: string;
  valueMs: number | null;
  error?: string | undefined;
  onChange: (valueMs: number | null) => void;
};

/** A moment on the shop's clock, or none. */
export function ShopTimeField({ label, valueMs, error, onChange }: Props) {
  const { shop } = useShop();
  const momentOf = (text: string) => (text === '' ? null : momentOfWallTime(text, shop.timeZone));
  const [typed, setTyped] = useState({ text: '', unfinished: false });
  // While a part of a date is typed the browser gives no value: what stands there is left alone.
  const current = typed.unfinished || momentOf(typed.text) === valueMs;
  return (
    <TextInput
      type="datetime-local"
      label={label}
      autoComplete="off"
      value={current ? typed.text : valueMs === null ? '' : wallTimeOf(valueMs, shop.timeZone)}
      error={error}
      onChange={({ currentTarget: { value, validity } }) => {
        setTyped({ text: value, unfinished: validity.badInput });
        if (!validity.badInput) onChange(momentOf(value));
      }}
    />
  );
}
