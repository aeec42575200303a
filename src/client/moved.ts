/** Follows a link to an anchor that moved: the page holds a note for each, and without scripts the reader sees it. */
export function followMovedAnchor(): void {
  const follow = () => {
    // Not `:target`, which browsers set when the page is whole, and say nothing of.
    const id = CSS.escape(location.hash.slice(1));
    const link = document.querySelector<HTMLAnchorElement>(`.moved > [id="${id}"] > a`);
    if (link) location.replace(link.href);
  };
  addEventListener('hashchange', follow);
  follow();
}
