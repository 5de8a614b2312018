import { ColorPicker, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconCheck, IconColorPicker } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { contrastOf } from '../../../src/domain/design/contrast.ts';
import { type Mend, mendsOf } from '../../../src/domain/design/derive-theme.ts';
import type { ThemeColours } from '../../../src/domain/shop.ts';
import { pictureAddress } from './api.ts';
import type { GroupProps } from './group.ts';
import { coloursOfPicture } from './logo-colours.ts';
import { colourTyped, swatchesOf } from './model.ts';

/** Main colour and accent: from the logo, from twelve, or any; what can't be read is mended and said. */
export function ColoursGroup({ content, theme, change }: GroupProps) {
  const { look, logoPictureKey } = content;
  const address = pictureAddress(logoPictureKey);
  const { data: fromLogo = [] } = useQuery({
    queryKey: ['logo-colours', logoPictureKey],
    queryFn: () => (address === null ? [] : coloursOfPicture(address)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mends = mendsOf(look, theme);
  return (
    <Stack gap="xl">
      {(['main', 'accent'] as const).map((which) => (
        <Colour
          key={`${which} ${look[which]}`}
          which={which}
          chosen={look[which]}
          fromLogo={fromLogo}
          mend={mends.find(({ colour }) => colour === which)}
          light={theme.light}
          onChoose={(colour) => change({ look: { ...look, [which]: colour } }, which)}
        />
      ))}
    </Stack>
  );
}

type ColourProps = {
  which: 'main' | 'accent';
  chosen: string;
  fromLogo: string[];
  mend: Mend | undefined;
  light: ThemeColours;
  onChoose: (colour: string) => void;
};

function Colour({ which, chosen, fromLogo, mend, light, onChoose }: ColourProps) {
  const t = useTranslations('design');
  const [typed, setTyped] = useState(chosen);
  const wrong = colourTyped(typed) === null;
  return (
    <div>
      <Text fw={600}>{t(`colourOf.${which}`)}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`colourWhat.${which}`)}
      </Text>
      <div className="designSwatches" role="radiogroup" aria-label={t(`colourOf.${which}`)}>
        {swatchesOf(fromLogo).map((colour) => (
          <UnstyledButton
            key={colour}
            role="radio"
            aria-checked={colour === chosen.toUpperCase()}
            aria-label={t(fromLogo.includes(colour) ? 'swatchFromLogo' : 'swatch', { colour })}
            className="designSwatch"
            style={{ background: colour, color: contrastOf('#FFFFFF', colour) > 3 ? '#FFFFFF' : '#000000' }}
            onClick={() => onChoose(colour)}
          >
            {colour === chosen.toUpperCase() && <IconCheck size={20} aria-hidden />}
          </UnstyledButton>
        ))}
      </div>
      <div className="designHex">
        <TextInput
          aria-label={`${t(`colourOf.${which}`)} ${t('hex')}`}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={wrong ? t('hexWrong') : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={() => (wrong ? undefined : onChoose(colourTyped(typed) ?? chosen))}
          onKeyDown={({ key }) =>
            key === 'Enter' && !wrong ? onChoose(colourTyped(typed) ?? chosen) : undefined
          }
        />
        <Popover withArrow trapFocus position="bottom-end">
          <Popover.Target>
            <UnstyledButton
              className="designPick"
              aria-label={`${t(`colourOf.${which}`)}: ${t('picker')}`}
              style={{ background: chosen, color: contrastOf('#FFFFFF', chosen) > 3 ? '#FFFFFF' : '#000000' }}
            >
              <IconColorPicker size={20} aria-hidden />
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <ColorPicker
              format="hex"
              value={typed}
              onChange={setTyped}
              onChangeEnd={(end) => onChoose(end.toUpperCase())}
            />
          </Popover.Dropdown>
        </Popover>
      </div>
      {mend && <MendLine mend={mend} light={light} />}
    </div>
  );
}

/** The tone that was chosen, what stands in its place, and why. */
function MendLine({ mend: { colour, chosen, used }, light }: { mend: Mend; light: ThemeColours }) {
  const t = useTranslations('design');
  const sample = colour === 'accent' ? { color: used } : { background: used, color: light.onMain };
  return (
    <div className="designMend">
      <span className="designMendSample" style={{ background: light.page }} aria-hidden>
        <span className="designMendChosen" style={{ background: chosen }} />
        <IconArrowRight size={16} color={light.text} />
        <span className="designMendUsed" style={sample}>
          {t('mendSample')}
        </span>
      </span>
      <Text size="sm">{t(colour === 'accent' ? 'mendAccent' : 'mendMain', { used })}</Text>
    </div>
  );
}
