import { Paper, Stack, Title } from '@mantine/core';
import { IconChevronRight, IconDownload, IconFileZip, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { DevelopersSwitch } from './developers-switch.tsx';
import { GROUPS } from './entries.ts';
import { SettingLine } from './setting-line.tsx';
import './settings.css';
import { useSettingLines } from './use-setting-lines.ts';

/** Everything that is set once, in groups; each line says how it stands now. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const { me } = useShop();
  const { lines, settings } = useSettingLines();
  const isOwner = me.role === 'owner';
  const connects = settings.data?.developers ?? false;
  return (
    <Page title={t('title')}>
      {settings.error !== null && (
        <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      <div className="settingGroups">
        {GROUPS.map((group) => (
          <Stack key={group.name} component="section" gap={8} aria-labelledby={`group-${group.name}`}>
            <Title order={2} size="h5" id={`group-${group.name}`}>
              {t(`groups.${group.name}`)}
            </Title>
            <Paper withBorder className="settingGroup">
              {group.name === 'data' && <DataLines isOwner={isOwner} />}
              {group.name === 'data' && settings.data && <DevelopersSwitch settings={settings.data} />}
              {group.entries
                .filter((entry) => !('ownerOnly' in entry) || isOwner)
                .filter((entry) => !('developers' in entry) || connects)
                .map(({ name, to, icon }) => (
                  <Link key={name} to={to} className="rowLink settingRow">
                    <SettingLine icon={icon} title={t(`${name}.title`)} leads={IconChevronRight}>
                      {lines[name] ?? (settings.error === null ? null : t(`${name}.what`))}
                    </SettingLine>
                  </Link>
                ))}
            </Paper>
          </Stack>
        ))}
      </div>
    </Page>
  );
}

/** What comes in as a whole and goes out as a whole. */
function DataLines({ isOwner }: { isOwner: boolean }) {
  const t = useTranslations('settings');
  return (
    <>
      <Link to="/members/import" className="rowLink settingRow">
        <SettingLine icon={IconUpload} title={t('importMembers.title')} leads={IconChevronRight}>
          {t('importMembers.what')}
        </SettingLine>
      </Link>
      {isOwner && (
        <a href="/api/export" download className="rowLink settingRow">
          <SettingLine icon={IconFileZip} title={t('exportAll.title')} leads={IconDownload}>
            {t('exportAll.what')}
          </SettingLine>
        </a>
      )}
    </>
  );
}
