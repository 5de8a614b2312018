import { useTranslations } from 'use-intl/react';
import { themeKeeping } from '../../../src/domain/design/derive-theme.ts';
import type { Theme } from '../../../src/domain/shop.ts';
import type { GroupProps } from './group.ts';
import { withLayout } from './model.ts';

const LAYOUTS = ['editorial', 'soft', 'lively'] as const satisfies Theme['layout'][];

/** Three manners, each drawn small in the shop's own colours. */
export function LayoutGroup({ content, theme, change }: GroupProps) {
  const t = useTranslations('design');
  return (
    <div className="designLayouts" role="radiogroup" aria-label={t('groups.layout')}>
      {LAYOUTS.map((layout) => {
        const look = withLayout(content.look, layout);
        const own = layout === content.look.layout;
        return (
          <label key={layout} className="designLayout">
            <input type="radio" name="layout" checked={own} onChange={() => change({ look }, 'layout')} />
            <LayoutSketch theme={own ? theme : themeKeeping(look, [])} />
            <span className="designLayoutName">{t(`layouts.${layout}`)}</span>
            <span className="designLayoutWhat">{t(`layoutWhat.${layout}`)}</span>
          </label>
        );
      })}
    </div>
  );
}

/** A home page at the size of a thumb: a card, a line, two rewards. */
function LayoutSketch({ theme: { layout, light, cornerPixels } }: { theme: Theme }) {
  const corner = cornerPixels / 2;
  const shadow = layout === 'lively' ? light.text : 'none';
  const tile = (x: number) => (
    <g key={x}>
      {layout === 'lively' && <rect x={x + 2} y={74} width={44} height={50} rx={corner} fill={shadow} />}
      <rect
        x={x}
        y={72}
        width={44}
        height={50}
        rx={corner}
        fill={layout === 'editorial' ? light.page : '#FFFFFF'}
        stroke={light.text}
        strokeOpacity={layout === 'lively' ? 1 : 0.16}
      />
      <rect x={x + 6} y={78} width={32} height={22} rx={corner / 2} fill={light.accent} fillOpacity={0.35} />
      <rect x={x + 6} y={106} width={22} height={4} fill={light.text} fillOpacity={0.75} />
      <rect x={x + 6} y={113} width={14} height={4} fill={light.accentText} />
    </g>
  );
  return (
    <svg viewBox="0 0 120 132" aria-hidden="true" className="designSketch">
      <rect width="120" height="132" fill={light.page} />
      <rect x="10" y="9" width="30" height={layout === 'lively' ? 6 : 4} fill={light.text} />
      {layout === 'lively' && <rect x="12" y="24" width="100" height="38" rx={corner} fill={light.text} />}
      <rect x="10" y="22" width="100" height="38" rx={corner} fill={light.main} />
      <rect
        x="18"
        y="31"
        width={layout === 'soft' ? 34 : 42}
        height={layout === 'lively' ? 12 : layout === 'soft' ? 7 : 9}
        fill={light.onMain}
      />
      <rect x="18" y="48" width="26" height="4" fill={light.onMain} fillOpacity={0.7} />
      {[10, 64].map(tile)}
    </svg>
  );
}
