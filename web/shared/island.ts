import { showAsks } from './ask-script.ts';
import { followChoice } from './choice-script.ts';
import { keepTurning } from './code-script.ts';
import { countDown } from './deadline-script.ts';
import { leaveIfDone, rememberDone } from './done-script.ts';
import { showOnly } from './preview-script.ts';
import { findSending, keepSending } from './sent-script.ts';
import { offerShare } from './share-script.ts';

/**
 * All of a mall's script. Every page works without it: it only keeps a form from being sent twice
 * by a second tap or without a network, asks again for a balance that could not be read, goes on where
 * nothing is asked, copies a number, closes a menu, hands a card on, counts down, keeps a member's code
 * turning, and lets points and cash follow a slider.
 */
const RETRY_FIRST_MS = 3000;
const RETRY_MAX_MS = 60_000;

const isPreview = new URLSearchParams(location.search).has('design');
if (isPreview) showOnly();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.once) return;
  // Another language takes the form along and is no sending of it.
  if (event.submitter && 'aside' in event.submitter.dataset) return;
  const offline = document.querySelector<HTMLElement>('[data-offline-notice]');
  if (offline) offline.hidden = navigator.onLine;
  if (form.dataset.sent || (offline && !navigator.onLine)) {
    event.preventDefault();
    offline?.focus();
    return;
  }
  form.dataset.sent = 'yes';
  keepSending(form);
  const button = form.querySelector('button[type=submit]');
  if (button) {
    button.setAttribute('aria-disabled', 'true');
    button.textContent = form.dataset.once;
  }
});

// Before the page is loaded, so that this step leaves no trace in the history.
document.querySelector<HTMLFormElement>('form[data-auto]')?.requestSubmit();

// A page that comes back from the history cache may be sent again.
addEventListener('pageshow', (event) => {
  if (event.persisted && document.querySelector('form[data-sent]') && !leaveIfDone()) location.reload();
});

addEventListener('online', () => {
  for (const said of document.querySelectorAll<HTMLElement>('[data-offline-notice]')) said.hidden = true;
});

findSending();
rememberDone();
const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
if (visit?.type === 'back_forward' && !isPreview) leaveIfDone();

// Kept for when there is no network; a browser that cannot shows its own page.
const { offlineWorker } = document.body.dataset;
if (offlineWorker && !isPreview) navigator.serviceWorker?.register(offlineWorker).catch(() => {});

function retry(section: HTMLElement, waitMs: number): void {
  setTimeout(async () => {
    const path = section.dataset.retry;
    if (!path) return;
    try {
      const answer = await fetch(path, { headers: { accept: 'text/html' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = parsed.querySelector('.member-card');
      if (fresh) section.replaceWith(fresh);
    } catch {
      retry(section, Math.min(waitMs * 2, RETRY_MAX_MS));
    }
  }, waitMs);
}

// A number that has to be typed into a carrier's page.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false;
  const said = button.parentElement?.querySelector<HTMLElement>('[data-copied]');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    if (said) said.textContent = said.dataset.copied ?? '';
  });
}

// The language menu is a fold without script; with it, it closes like a menu.
for (const menu of document.querySelectorAll<HTMLDetailsElement>('.language-menu')) {
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

for (const line of document.querySelectorAll<HTMLElement>('[data-until]')) countDown(line);

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-choice]')) followChoice(form);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) offerShare(button);

for (const list of document.querySelectorAll<HTMLElement>('[data-asks]')) showAsks(list);

for (const section of document.querySelectorAll<HTMLElement>('[data-code]')) keepTurning(section);

for (const section of document.querySelectorAll<HTMLElement>('[data-retry]')) retry(section, RETRY_FIRST_MS);
