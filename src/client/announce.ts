let region: HTMLElement | undefined;

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('p');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  // A change is announced, a repetition is not: empty first.
  region.textContent = '';
  requestAnimationFrame(() => region?.append(text));
}
