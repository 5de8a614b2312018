import { Loader, Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconGift, IconPackage, IconSearch, IconSettings, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { movedBy } from './model.ts';
import './search.css';
import { type FoundLine, useFound } from './use-found.ts';

const PAUSE_MS = 200;
const GROUPS = ['members', 'redemptions', 'rewards', 'places'] as const;
const ICONS = { members: IconUser, redemptions: IconPackage, rewards: IconGift, places: IconSettings };

/** Finds a member, a redemption, a reward, a screen or a setting; arrows choose, Enter opens. */
export function SearchDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('search');
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size="lg"
      yOffset="8vh"
      centered={false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Search onDone={onClose} />
    </Modal>
  );
}

function Search({ onDone }: { onDone: () => void }) {
  const t = useTranslations('search');
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const [chosen, choose] = useState(0);
  const { lines, pending, failed } = useFound(asked);
  const place = Math.min(chosen, Math.max(0, lines.length - 1));
  const open = (line: FoundLine | undefined) => {
    if (!line) return;
    onDone();
    void navigate(line.leads);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the writing of Chinese is no choice.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open(lines[place]);
    else if (event.key === 'ArrowDown') choose(movedBy(place, 1, lines.length));
    else if (event.key === 'ArrowUp') choose(movedBy(place, -1, lines.length));
    else return;
    event.preventDefault();
  };
  const nothing = asked.trim() !== '' && lines.length === 0;
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-label={t('title')}
        aria-expanded={lines.length > 0}
        aria-controls={`${id}-lines`}
        aria-activedescendant={lines.length > 0 ? `${id}-${place}` : undefined}
        placeholder={t('hint')}
        autoComplete="off"
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={pending && asked !== '' ? <Loader size={18} aria-hidden /> : null}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          choose(0);
        }}
      />
      <div id={`${id}-lines`} role="listbox" aria-label={t('title')} className="foundLines">
        {GROUPS.map((group) => (
          <Group key={group} group={group} lines={lines} chosen={place} id={id} onOpen={open} />
        ))}
      </div>
      <Text role="status" c="dimmed" mt="xs">
        {failed ? t('failed') : nothing && !pending ? t('none') : ''}
      </Text>
    </>
  );
}

type GroupProps = {
  group: FoundLine['group'];
  lines: FoundLine[];
  chosen: number;
  id: string;
  onOpen: (line: FoundLine) => void;
};

function Group({ group, lines, chosen, id, onOpen }: GroupProps) {
  const t = useTranslations('search.groups');
  const Icon = ICONS[group];
  const own = lines.map((line, place) => ({ line, place })).filter(({ line }) => line.group === group);
  if (own.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, which fieldset can't hold
    <div role="group" aria-label={t(group)}>
      <Text size="sm" c="dimmed" aria-hidden px="xs" pt="sm" pb={4}>
        {t(group)}
      </Text>
      {own.map(({ line, place }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, arrows choose
        <div
          key={line.id}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === chosen}
          className="foundLine"
          onClick={() => onOpen(line)}
        >
          <Icon size={20} aria-hidden />
          <span className="foundName">{line.name}</span>
          {line.detail && <span className="foundDetail">{line.detail}</span>}
        </div>
      ))}
    </div>
  );
}
