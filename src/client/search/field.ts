/** Milliseconds between two keys of a quick typist. */
export const BETWEEN_KEYS = 80;

/**
 * Calls back when the reader changed the text of a field. Not while an input method composes: what is shown then is not
 * yet what the reader means, and a page that reacted could lose part of it. Browsers differ in whether the last `input`
 * comes before or after `compositionend`, so both are heard.
 */
export function onText(field: HTMLInputElement, act: () => void): void {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) act();
  });
  field.addEventListener('compositionend', act);
}

/** Whether a key belongs to the input method: Safari ends the composition before it tells of the Enter that ended it. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
