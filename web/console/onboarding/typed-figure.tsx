import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type Props = {
  label: string;
  /** Read out where the label is not drawn. */
  labelHidden?: boolean;
  value: string;
  /** The figure of a text, null for none: what can't be read is not taken. */
  read: (text: string) => number | null;
  onRead: (figure: number) => void;
  unit?: ReactNode;
  width?: number;
};

/** A figure that is there already and may be typed over; left empty it is what it was. */
export function TypedFigure({ label, labelHidden = false, value, read, onRead, unit, width }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && read(typed) === null;
  return (
    <TextInput
      {...(labelHidden ? { 'aria-label': label } : { label })}
      inputMode="decimal"
      autoComplete="off"
      className="figures"
      maxLength={12}
      value={typed ?? value}
      error={wrong}
      {...(width ? { w: width } : {})}
      {...(unit ? { rightSection: <span className="startUnit">{unit}</span>, rightSectionWidth: 44 } : {})}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const figure = read(currentTarget.value);
        if (figure !== null) onRead(figure);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
