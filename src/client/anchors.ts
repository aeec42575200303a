import { clientText } from '../components/strings.ts';
import { announce } from './announce.ts';

/** A click on the link beside a heading copies its full address; the browser still goes there. */
export function enhanceAnchors(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const anchor = event.target.closest<HTMLAnchorElement>('a.anchor');
    if (!anchor || !('clipboard' in navigator)) return;
    navigator.clipboard.writeText(anchor.href).then(
      () => {
        anchor.classList.add('copied');
        setTimeout(() => anchor.classList.remove('copied'), 2000);
        announce(clientText.linkCopied);
      },
      // Without the permission the click is what it was: a link.
      () => undefined,
    );
  });
}
