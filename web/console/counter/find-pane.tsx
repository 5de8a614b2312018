import { Button, Text } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ScanButton } from '../scan/scan-button.tsx';
import { CounterField } from './counter-field.tsx';
import { Keypad } from './keypad.tsx';
import { readTyped } from './typed.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'letters', '0', 'back'] as const;

type Props = {
  typed: string;
  onType: (text: string) => void;
  onFind: (text: string) => void;
  onEnrol: () => void;
  pending: boolean;
  /** Why nobody was found by what stands there. */
  fault: string | null;
  /** Nobody has this phone: she can join by it now. */
  canEnrol: boolean;
};

/** The first step: a code is scanned, or digits are typed. */
export function FindPane({ typed, onType, onFind, onEnrol, pending, fault, canEnrol }: Props) {
  const t = useTranslations('counter');
  const [letters, setLetters] = useState(false);
  const ready = readTyped(typed).kind !== 'nothing';
  const find = () => {
    if (ready) onFind(typed);
  };
  return (
    <section className="counterStep" aria-label={t('find')}>
      <CounterField
        label={t('findLabel')}
        placeholder={t('findHint')}
        value={typed}
        onType={onType}
        onEnter={find}
        letters={letters}
        invalid={fault !== null}
        describedBy="find-fault"
      />
      <Text id="find-fault" role="alert" c="var(--mantine-color-error)" fw={600} mih={24}>
        {fault}
      </Text>
      <div className="counterActions">
        <ScanButton className="counterScan" onScan={onFind} />
        <Button
          variant={canEnrol ? 'filled' : 'default'}
          size="lg"
          px="xs"
          fz="md"
          leftSection={<IconUserPlus size={22} aria-hidden />}
          onClick={onEnrol}
        >
          {t('newMember')}
        </Button>
      </div>
      <Keypad
        keys={KEYS}
        faces={{
          letters: { label: t('letters'), face: <span className="keyWord">{t('lettersFace')}</span> },
        }}
        onKey={(key) => {
          if (key === 'letters') setLetters((shown) => !shown);
          else onType(key === 'back' ? typed.slice(0, -1) : typed + key);
        }}
      />
      <Button
        size="xl"
        className="counterGo"
        leftSection={<IconSearch size={24} aria-hidden />}
        loading={pending}
        disabled={!ready}
        onClick={find}
      >
        {t('findSubmit')}
      </Button>
    </section>
  );
}
