/**
 * Calls back when the text of a field changed. Not while an input method composes: what is shown then is not yet what
 * the reader means, and a page that reacted could lose part of it. Browsers differ in whether the last `input` comes
 * before or after `compositionend`, so both are heard.
 */
export function onText(field: HTMLInputElement, act: () => void): void {
  let last = field.value;
  const look = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (field.value === last) return;
    last = field.value;
    act();
  };
  field.addEventListener('input', look);
  field.addEventListener('compositionend', look);
}

/** Whether a key belongs to the input method: Safari ends the composition before it tells of the Enter that ended it. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
