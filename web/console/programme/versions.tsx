import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { Loadable } from '../parts/loadable.tsx';
import { useFormat } from '../session/use-format.ts';
import { versionsQuery } from './api.ts';
import { overtakenBy, programmeChanges, programmeRules } from './model.ts';
import { programmeOf } from './published.ts';
import { useChangeWords } from './use-change-words.ts';

/** What was published before, each with what it changed; an older one can be taken into the fields. */
export function Versions({ onTake }: { onTake: (programme: Programme) => void }) {
  const t = useTranslations('programme');
  const format = useFormat();
  const changeWords = useChangeWords();
  const versions = useQuery(versionsQuery);
  return (
    <Stack gap="sm" component="section" aria-labelledby="versions">
      <Title order={2} id="versions">
        {t('versions')}
      </Title>
      <Loadable query={versions} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('versionsNone')}</Text>
          ) : (
            <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((version, position) => {
                const before = items[position + 1];
                const changes = before
                  ? programmeChanges(programmeOf(before), programmeOf(version))
                  : version.version === 1
                    ? programmeRules(programmeOf(version))
                    : [];
                const newer = overtakenBy(items, version);
                return (
                  <li
                    key={version.version}
                    style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
                  >
                    <Group justify="space-between" px="md" py="sm" gap="sm">
                      <Stack gap={0} style={{ minWidth: 0 }}>
                        <Text fw={600}>
                          {newer === null
                            ? t('liveSince', {
                                version: version.version,
                                time: format.dateTime(Date.parse(version.effectiveAt), Date.now()),
                              })
                            : t('neverLive', { version: version.version, newer })}
                        </Text>
                        {changes.map((change) => (
                          <Text key={JSON.stringify(change)} size="sm" c="dimmed">
                            {changeWords(change)}
                          </Text>
                        ))}
                      </Stack>
                      {position > 0 && (
                        <Button
                          variant="default"
                          aria-label={t('takeVersion', { version: version.version })}
                          onClick={() => onTake(programmeOf(version))}
                        >
                          {t('take')}
                        </Button>
                      )}
                    </Group>
                  </li>
                );
              })}
            </Paper>
          )
        }
      </Loadable>
    </Stack>
  );
}
