import type { Page } from 'playwright-core';

/** What test/console/watched-router.ts hands out, as far as it is used here. */
type ShownRouter = {
  options: { context: { queryClient: { removeQueries(filters: { type: 'inactive' }): void } } };
  navigate(to: { href: string }): Promise<void>;
  latestLocation: { href: string };
  state: { status: string; resolvedLocation?: { href: string } };
};

/**
 * Leads a page that stands in the console already to another screen, as a link there would, and ends once that one
 * is drawn. Of what was read before only that is left which stands in view: a visit at a quarter of
 * what loading the console anew costs.
 */
export async function walkTo(page: Page, path: string): Promise<void> {
  const ended = await page.evaluate(async (href) => {
    const router = (window as unknown as { shownRouter: ShownRouter }).shownRouter;
    router.options.context.queryClient.removeQueries({ type: 'inactive' });
    await router.navigate({ href });
    const { status, resolvedLocation } = router.state;
    return { status, shown: resolvedLocation?.href, asked: router.latestLocation.href };
  }, path);
  if (ended.status !== 'idle' || ended.shown !== ended.asked)
    throw new Error(`${path} was not reached: ${JSON.stringify(ended)}`);
}
