/** The camera loads when it is first wanted; without a network it would never. */
const preload = () => import('../scan/scan-sheet.tsx');

/** Once the counter stands, keeps it on the device, so that it opens at once and without a network. */
export async function keepCounter(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/service-worker.js');
  await preload().catch(() => {});
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(loadedFiles());
}

/** Every script and style that this visit has loaded; their names carry their contents. */
function loadedFiles(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  const isFile = (name: string) => name.startsWith(`${location.origin}/assets/`);
  return [...new Set(names.filter(isFile))];
}
