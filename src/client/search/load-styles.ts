import sheet from '../../styles/pages/search.css?url';

let styles: Promise<void> | undefined;

/**
 * Loads the style sheet of the search, which no page but its own has from the start; ends when it is in force, so that
 * nothing is seen without it. A failure is forgotten, so that it can be tried again.
 */
export function loadStyles(): Promise<void> {
  styles ??= new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      styles = undefined;
      link.remove();
      reject(new Error(sheet));
    });
    document.head.append(link);
  });
  return styles;
}
