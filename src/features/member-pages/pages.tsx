import { HelpPage } from '../../../web/mall/help.tsx';
import { MissingPointsPage, type MissingView } from '../../../web/mall/missing-points.tsx';
import { PointsPage } from '../../../web/mall/points.tsx';
import { frameOf, wordsOf } from '../mall/pages.tsx';
import type { OpenVisit } from '../mall/visit.ts';
import { type HelpSource, helpView } from './help-view.ts';
import { type PointsSource, pointsView } from './points-view.ts';

export function pointsPage(visit: OpenVisit, source: PointsSource | null) {
  const view = source && pointsView(wordsOf(visit), source, visit.ctx.tenant);
  return <PointsPage frame={frameOf(visit)} view={view} />;
}

export function missingPage(visit: OpenVisit, view: MissingView) {
  return <MissingPointsPage frame={frameOf(visit)} view={view} />;
}

export function helpPage(visit: OpenVisit, source: HelpSource) {
  return <HelpPage frame={frameOf(visit)} view={helpView(wordsOf(visit), visit.manifest, source)} />;
}
