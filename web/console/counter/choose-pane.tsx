import { Button, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { spacedNumber } from '../members/model.ts';
import { useFormat } from '../session/use-format.ts';
import type { CounterMember } from './api.ts';
import { counterName } from './member.ts';

type Props = {
  matches: readonly CounterMember[];
  /** More people than are shown have these digits. */
  more: boolean;
  onChoose: (member: CounterMember) => void;
  onBack: () => void;
  pending: boolean;
};

/** Several have the same last digits: the one is asked for and tapped. */
export function ChoosePane({ matches, more, onChoose, onBack, pending }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  return (
    <section className="counterStep" aria-label={t('choose')}>
      <Text fw={600}>{t('choose')}</Text>
      <Stack gap="xs">
        {matches.map((member) => (
          <button
            key={member.memberId}
            type="button"
            className="chooseRow"
            disabled={pending}
            onClick={() => onChoose(member)}
          >
            <span>
              <Text component="span" display="block" fw={650} truncate>
                {counterName(member)}
              </Text>
              <Text component="span" display="block" size="sm" c="dimmed" className="figures">
                {[member.phoneMasked, spacedNumber(member.number)].filter(Boolean).join(' · ')}
              </Text>
            </span>
            <Text component="span" className="figures" fw={600} style={{ flexShrink: 0 }}>
              {format.points(member.availablePoints)}
            </Text>
          </button>
        ))}
      </Stack>
      {more && <Text c="dimmed">{t('chooseMore')}</Text>}
      <Button variant="default" size="lg" onClick={onBack}>
        {t('back')}
      </Button>
    </section>
  );
}
