import { clientText } from '../components/strings.ts';
import { announce } from './announce.ts';

/**
 * Adds what needs a script to a page that has a Markdown twin: copying it, whole or by section, and the device's own
 * way of sharing.
 */
export function addPageActions(): void {
  const twin = document.querySelector<HTMLLinkElement>('link[rel=alternate][type="text/markdown"]')?.href;
  const bar = document.querySelector<HTMLElement>('[data-actions]');
  if (!twin || !bar || !('clipboard' in navigator)) return;
  let text: Promise<string> | undefined;
  const read = () => (text ??= fetch(twin).then((response) => response.text()));

  bar.hidden = false;
  bar.append(createButton(clientText.copyMarkdown, (button) => copy(button, read())));
  if ('share' in navigator)
    bar.append(
      createButton(clientText.share, async () => {
        // A reader who closes the sheet has not met an error.
        await navigator
          .share({ title: document.title, url: canonicalUrl() + location.hash })
          .catch(() => undefined);
      }),
    );
  for (const heading of document.querySelectorAll<HTMLElement>('article section > h2[id]')) {
    const place = heading.parentElement?.querySelector('.note-sources');
    place?.append(
      createButton(clientText.copyMarkdown, (button) =>
        copy(
          button,
          read().then((whole) => findSection(whole, heading.textContent ?? '')),
        ),
      ),
    );
  }
}

const canonicalUrl = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;

/** The part of a Markdown text below the second-level heading of this title, heading included. */
export function findSection(markdown: string, title: string): string {
  const plain = (line: string) =>
    line
      .replace(/^## /, '')
      .replace(/\\(?=[^\w\s])/g, '')
      .trim();
  return (
    markdown.split(/^(?=## )/m).find((section) => plain(section.split('\n')[0] ?? '') === title.trim()) ??
    markdown
  );
}

function createButton(label: string, act: (button: HTMLButtonElement) => Promise<void>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action';
  button.textContent = label;
  button.addEventListener('click', () => void act(button));
  return button;
}

async function copy(button: HTMLButtonElement, text: Promise<string>): Promise<void> {
  const label = button.textContent;
  let said: string = clientText.copied;
  try {
    await navigator.clipboard.writeText(await text);
  } catch {
    said = clientText.copyFailed;
  }
  button.textContent = said;
  announce(said);
  setTimeout(() => (button.textContent = label), 2000);
}
