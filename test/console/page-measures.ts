import type { Page } from 'playwright-core';

/** How far the page runs past the right edge of the screen. */
export const overflowPixels = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What runs past the right edge of the screen or of its own box, where no ellipsis and no scrolling says so. */
export const cutOff = (page: Page) =>
  page.evaluate(() => {
    const mayCut = (element: Element | null): boolean => {
      if (element === null || element === document.documentElement) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      return (
        overflowX === 'auto' ||
        overflowX === 'scroll' ||
        textOverflow === 'ellipsis' ||
        mayCut(element.parentElement)
      );
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const box = node.parentElement;
      if (box === null || !node.textContent?.trim() || !box.checkVisibility() || mayCut(box)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const frame = box.closest('.mantine-Paper-root')?.getBoundingClientRect();
      const right = Math.min(window.innerWidth, frame?.right ?? window.innerWidth);
      if (text.width > 1 && text.right > right + 1)
        found.push(`${box.tagName} ${node.textContent.slice(0, 40)}`);
    }
    return found;
  });

/** What a finger could miss: controls lower than 44 px, links in running text excepted. */
export const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, textarea, label, [role=tab]')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const shown = width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
        const inText = element.matches('a, a *') && getComputedStyle(element).display === 'inline';
        const plainLabel = element.matches('label:not([class*=Checkbox], [class*=Radio], [class*=Chip])');
        const besideLabel = element.matches('input[type=checkbox], input[type=radio], input[type=file]');
        return shown && height < 44 && !inText && !plainLabel && !besideLabel;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
