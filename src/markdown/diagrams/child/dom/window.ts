import { JSDOM } from 'jsdom';
import { installMeasurements } from './measurements.ts';

/** What Mermaid, d3 and DOMPurify take from the global scope of a browser. */
const GLOBALS = [
  'window',
  'document',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'NodeFilter',
  'DocumentFragment',
  'HTMLTemplateElement',
  'DOMParser',
  'XMLSerializer',
  'CSSStyleSheet',
  'MutationObserver',
  'Option',
  'Event',
] as const;

/**
 * Opens the page that Mermaid draws on. jsdom runs no scripts and loads nothing: the page only ever sees text.
 * Must be called before Mermaid is imported.
 */
export function openWindow(): Document {
  const { window } = new JSDOM('<!doctype html><html lang="ja"><body></body></html>');
  installMeasurements(window);
  for (const name of GLOBALS)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  return window.document;
}
