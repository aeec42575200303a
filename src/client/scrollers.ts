/** Stops the Tab key at tables, diagrams and code only while they scroll sideways: there the arrow keys have a use. */
export function skipWhatFits(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries)
      (target as HTMLElement).tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  });
  for (const box of document.querySelectorAll('main [tabindex="0"]')) observer.observe(box);
}
