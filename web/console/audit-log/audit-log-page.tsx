import { Paper, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { type DataColumn, DataTable } from '../parts/data-table.tsx';
import { Empty } from '../parts/empty.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type AuditLine, type AuditSubject, auditLogQuery } from './api.ts';
import { actionWords, branchIn, movedBy, roleIn } from './model.ts';

/** Who did what in this shop, newest first. */
export function AuditLogPage() {
  const t = useTranslations('auditLog');
  const settings = useTranslations('settings');
  const list = useInfiniteQuery(auditLogQuery);
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <Page
      title={settings('auditLog.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <Loadable query={list} rows={6} rowHeight={56}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('none')} />;
          return (
            <>
              {isPhone ? (
                <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                  {items.map((line) => (
                    <LogLine key={line.id} line={line} />
                  ))}
                </Paper>
              ) : (
                <LogTable lines={items} />
              )}
              <ListEnd list={list} />
            </>
          );
        }}
      </Loadable>
    </Page>
  );
}

function LogTable({ lines }: { lines: readonly AuditLine[] }) {
  const t = useTranslations('auditLog');
  const settings = useTranslations('settings');
  const format = useFormat();
  const words = useLineWords();
  const columns: DataColumn<AuditLine>[] = [
    { id: 'at', header: t('at'), accessorFn: ({ at }) => format.dateTime(Date.parse(at), Date.now()) },
    { id: 'who', header: t('who'), accessorFn: (line) => words(line).who },
    { id: 'what', header: t('what'), accessorFn: (line) => words(line).what },
    {
      id: 'about',
      header: t('about'),
      cell: ({ row: { original } }) => original.subject && <Subject subject={original.subject} />,
    },
  ];
  return (
    <DataTable
      label={settings('auditLog.title')}
      rows={lines}
      columns={columns}
      rowId={({ id }) => id}
      minWidth={640}
    />
  );
}

function LogLine({ line }: { line: AuditLine }) {
  const format = useFormat();
  const { who, what } = useLineWords()(line);
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Stack gap={0} px="md" py="sm" style={{ overflowWrap: 'anywhere' }}>
        <Text className="figures">
          {what}
          {line.subject && (
            <>
              {' · '}
              <Subject subject={line.subject} />
            </>
          )}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {who} · {format.dateTime(Date.parse(line.at), Date.now())}
        </Text>
      </Stack>
    </li>
  );
}

/** Who did it, and what: how much it moved, the role given, whose PIN let it pass. */
function useLineWords(): (line: AuditLine) => { who: string; what: string } {
  const t = useTranslations('auditLog');
  const staff = useTranslations('staff');
  const format = useFormat();
  const { shop } = useShop();
  return (line) => {
    const words = actionWords(line.action);
    const role = roleIn(line);
    const branch = branchIn(line);
    const told = [
      words === null ? line.action : t(`actions.${words}`),
      movedBy(line, format, shop.currency),
      role && staff(`roles.${role}`),
      branch && isolated(branch),
      line.approvedBy && t('approvedBy', { name: line.approvedBy }),
    ];
    const who = line.actorName ?? t(line.actorKind === 'api' ? 'byApi' : 'bySystem');
    return { who, what: told.filter(Boolean).join(' · ') };
  };
}

/** What a line is about, with the way to its page. */
function Subject({ subject }: { subject: AuditSubject }) {
  const t = useTranslations('auditLog');
  const rewards = useTranslations('rewards');
  const { locale } = useLanguage();
  const { shop } = useShop();
  switch (subject.kind) {
    case 'member':
      return (
        <AnchorLink to="/members/$memberId" params={{ memberId: subject.id }}>
          {subject.name ?? t('member')}
        </AnchorLink>
      );
    case 'reward':
      return (
        <AnchorLink to="/rewards/$rewardId" params={{ rewardId: subject.id }}>
          {pickText(subject.names, locale, shop.locale)?.text ?? rewards('unnamed')}
        </AnchorLink>
      );
    case 'redemption': {
      const number = numberOf(subject.id);
      if (subject.memberId === null) return number;
      const params = { memberId: subject.memberId, redemptionId: subject.id };
      return (
        <>
          <AnchorLink to="/redemptions/$memberId/$redemptionId" params={params}>
            {number}
          </AnchorLink>
          {subject.memberName && ` · ${subject.memberName}`}
        </>
      );
    }
    case 'text':
      return subject.text;
  }
}
