/** Follows a link to an anchor that moved: the page holds a note for each, and without scripts the reader sees it. */
export function followMovedAnchor(): void {
  const follow = () => {
    const link = document.querySelector<HTMLAnchorElement>('.moved :target a');
    if (link) location.replace(link.href);
  };
  addEventListener('hashchange', follow);
  follow();
}
