import { Accordion, Alert, Button, Drawer, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import {
  IconAlignBoxLeftStretch,
  IconBorderCorners,
  IconCoins,
  IconLayout,
  IconLayoutNavbar,
  IconLayoutRows,
  IconPalette,
  IconPhoto,
  type IconProps,
  IconSpeakerphone,
  IconStar,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { themeKeeping } from '../../../src/domain/design/derive-theme.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { DESIGN_KEY, type DesignAnswer, designQuery } from './api.ts';
import { BannersGroup } from './banners-group.tsx';
import { BlocksGroup } from './blocks-group.tsx';
import { ColoursGroup } from './colours-group.tsx';
import './controls.css';
import './design.css';
import { problemOf } from '../api/problem.ts';
import { useShop } from '../session/session.ts';
import { FooterGroup } from './footer-group.tsx';
import type { GroupProps } from './group.ts';
import { type GroupName, GroupNow } from './group-now.tsx';
import { LayoutGroup } from './layout-group.tsx';
import { LogoGroup } from './logo-group.tsx';
import { PointsNameGroup } from './points-name-group.tsx';
import { PreviewPhone } from './preview-phone.tsx';
import { PublishBar } from './publish-bar.tsx';
import { ShapeGroup } from './shape-group.tsx';
import { useDesignDraft } from './use-design-draft.ts';
import { VersionsSheet } from './versions-sheet.tsx';
import { AnnouncementGroup, RulesIntroGroup } from './words-groups.tsx';

/** In the order in which a shop is dressed: first what all of it stands on. */
const GROUPS = [
  { name: 'layout', icon: IconLayout, Controls: LayoutGroup },
  { name: 'logo', icon: IconStar, Controls: LogoGroup },
  { name: 'colours', icon: IconPalette, Controls: ColoursGroup },
  { name: 'shape', icon: IconBorderCorners, Controls: ShapeGroup },
  { name: 'pointsName', icon: IconCoins, Controls: PointsNameGroup },
  { name: 'banners', icon: IconPhoto, Controls: BannersGroup },
  { name: 'blocks', icon: IconLayoutRows, Controls: BlocksGroup },
  { name: 'footer', icon: IconLayoutNavbar, Controls: FooterGroup },
  { name: 'rulesIntro', icon: IconAlignBoxLeftStretch, Controls: RulesIntroGroup },
  { name: 'announcement', icon: IconSpeakerphone, Controls: AnnouncementGroup },
] as const satisfies {
  name: GroupName;
  icon: ComponentType<IconProps>;
  Controls: ComponentType<GroupProps>;
}[];

/** How the mall looks: controls at the left, the mall itself by the draft at the right. */
export function DesignPage() {
  const t = useTranslations('design');
  const answer = useQuery(designQuery);
  const wide = useWide();
  return (
    // On a phone the mall has the room.
    <Page title={t('title')} {...(wide ? { note: t('note') } : {})}>
      <Loadable query={answer} rows={4} rowHeight={72}>
        {(data) => <DesignEditor answer={data} />}
      </Loadable>
    </Page>
  );
}

const useWide = () => useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });

function DesignEditor({ answer }: { answer: DesignAnswer }) {
  const t = useTranslations('design');
  const client = useQueryClient();
  const wide = useWide();
  const { shop } = useShop();
  const [looking, versions] = useDisclosure(false);
  const draft = useDesignDraft(answer);
  const { content, change, faults } = draft;
  const theme = themeKeeping(content.look, [answer.draft, answer.published]);
  const group: GroupProps = { content, theme, change, faults };
  const takeNewest = async () => {
    draft.takeOver(await client.fetchQuery({ ...designQuery, staleTime: 0, queryKey: DESIGN_KEY }));
  };
  return (
    <>
      <LeaveGuard edited={draft.dirty} />
      <PublishBar
        draft={draft}
        icon={{ name: shop.name, theme, logoPictureKey: content.logoPictureKey }}
        scheduled={answer.scheduled}
        onVersions={versions.open}
      />
      {draft.state === 'elsewhere' && (
        <Alert color="orange" variant="light" role="alert">
          {problemOf(draft.error).detail && <Text mb="xs">{problemOf(draft.error).detail}</Text>}
          <Text mb="sm">{t('elsewhere')}</Text>
          <Button variant="default" onClick={() => void takeNewest()}>
            {t('elsewhereLoad')}
          </Button>
        </Alert>
      )}
      <div className="designScreen">
        {wide && <GroupsBeside group={group} />}
        <PreviewPhone version={draft.version} />
        {!wide && <GroupsBelow group={group} />}
      </div>
      <VersionsSheet
        opened={looking}
        onClose={versions.close}
        scheduled={answer.scheduled}
        draftVersion={draft.dirty ? null : draft.version}
        onRestored={draft.takeOver}
      />
    </>
  );
}

/** On a wide screen: one group open at a time, beside the phone. */
function GroupsBeside({ group }: { group: GroupProps }) {
  const t = useTranslations('design');
  return (
    <Accordion variant="separated" defaultValue="layout" keepMounted={false} className="designFolds">
      {GROUPS.map(({ name, icon: Icon, Controls }) => (
        <Accordion.Item key={name} value={name}>
          <Accordion.Control icon={<Icon size={22} aria-hidden />}>
            <span className="designFold">
              <Text span fw={600}>
                {t(`groups.${name}`)}
              </Text>
              <span className="designFoldNow">
                <GroupNow name={name} content={group.content} />
              </span>
            </span>
          </Accordion.Control>
          <Accordion.Panel>
            <Controls {...group} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** On a phone: the mall first, and each group as a sheet over its lower half. */
function GroupsBelow({ group }: { group: GroupProps }) {
  const t = useTranslations('design');
  const [opened, setOpened] = useState<GroupName | null>(null);
  const shown = GROUPS.find(({ name }) => name === opened);
  const open = (name: GroupName) => {
    // What is changed in the sheet is seen above it.
    document.querySelector('.designPhone')?.scrollIntoView({ block: 'start' });
    setOpened(name);
  };
  return (
    <>
      <nav className="designGroups" aria-label={t('controls')}>
        {GROUPS.map(({ name, icon: Icon }) => (
          <UnstyledButton
            key={name}
            className="designGroupButton"
            aria-haspopup="dialog"
            onClick={() => open(name)}
          >
            <Icon size={22} aria-hidden />
            <span>{t(`groups.${name}`)}</span>
          </UnstyledButton>
        ))}
      </nav>
      <Drawer.Root
        opened={shown !== undefined}
        onClose={() => setOpened(null)}
        position="bottom"
        size="52dvh"
      >
        <Drawer.Overlay backgroundOpacity={0} />
        {shown && (
          <Drawer.Content>
            {/* Not Drawer.Header: a header in a dialog is a second banner of the page to assistive technology. */}
            <div className="designSheetHead">
              <Drawer.Title fw={600}>{t(`groups.${shown.name}`)}</Drawer.Title>
              <Drawer.CloseButton aria-label={t('closeSheet')} />
            </div>
            <Drawer.Body pt="xs" pb="xl">
              <shown.Controls {...group} />
            </Drawer.Body>
          </Drawer.Content>
        )}
      </Drawer.Root>
    </>
  );
}
