import { clientText } from '../components/strings.ts';
import { announce } from './announce.ts';

/** Gives every code sample a copy button. */
export function enhanceCode(): void {
  if (!('clipboard' in navigator)) return;
  for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = clientText.copy;
    button.addEventListener('click', () => {
      const text = figure.querySelector('code')?.textContent ?? '';
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = clientText.copied;
        announce(clientText.copied);
        setTimeout(() => (button.textContent = clientText.copy), 2000);
      });
    });
    figure.append(button);
  }
}
