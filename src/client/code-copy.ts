import { clientText } from '../components/strings.ts';
import { createCopyButton } from './copy-button.ts';

/** Gives every code sample a copy button. */
export function enhanceCode(): void {
  if (!('clipboard' in navigator)) return;
  for (const figure of document.querySelectorAll<HTMLElement>('figure.code'))
    figure.append(
      createCopyButton('copy', clientText.copy, () => figure.querySelector('code')?.textContent ?? ''),
    );
}
