import { clientText } from '../components/strings.ts';
import { announce } from './announce.ts';

/** How long a button says what it did. */
const SAID = 2000;

/** A button that does nothing yet. */
export function createButton(className: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = label;
  return button;
}

/** A button that copies a text, and says for a moment whether it could. */
export function createCopyButton(
  className: string,
  label: string,
  read: () => string | Promise<string>,
): HTMLButtonElement {
  const button = createButton(className, label);
  button.addEventListener('click', () => {
    void copy(read).then((said) => {
      button.textContent = said;
      announce(said);
      setTimeout(() => (button.textContent = label), SAID);
    });
  });
  return button;
}

async function copy(read: () => string | Promise<string>): Promise<string> {
  try {
    // Asked for at once, with the text to come: Safari refuses what is asked for later than the click.
    const text = Promise.resolve(read()).then((plain) => new Blob([plain], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return clientText.copied;
  } catch {
    return clientText.copyFailed;
  }
}
