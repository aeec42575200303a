import { clientText } from '../components/strings.ts';
import { createButton, createCopyButton } from './copy-button.ts';
import { findSection } from './find-section.ts';

/**
 * Adds what needs a script to a page that is there as Markdown too: copying it, whole or by section, and the device's
 * own way of sharing.
 */
export function addPageActions(): void {
  const markdown = document.querySelector<HTMLLinkElement>('link[rel=alternate][type="text/markdown"]')?.href;
  const bar = document.querySelector<HTMLElement>('[data-actions]');
  if (!markdown || !bar || !('clipboard' in navigator)) return;
  const read = async () => {
    const response = await fetch(markdown);
    if (!response.ok) throw new Error(markdown);
    return response.text();
  };

  bar.hidden = false;
  bar.append(createCopyButton('action', clientText.copyMarkdown, read));
  if ('share' in navigator) {
    const button = createButton('action', clientText.share);
    button.addEventListener('click', () => {
      // A reader who closes the sheet has not met an error.
      navigator.share({ title: document.title, url: canonicalUrl() + location.hash }).catch(() => undefined);
    });
    bar.append(button);
  }
  for (const heading of document.querySelectorAll<HTMLElement>('article section > h2[id]')) {
    const place = heading.parentElement?.querySelector('.note-sources');
    place?.append(
      createCopyButton('action', clientText.copyMarkdown, async () =>
        findSection(await read(), heading.textContent ?? ''),
      ),
    );
  }
}

const canonicalUrl = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
