type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. Text is always text; an attribute that is `true` has no value, one that is `false` is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children);
  return made;
}

/** A button that acts when it is pressed. */
export function button(label: string, act: () => void, name = 'action'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: name }, label);
  made.addEventListener('click', act);
  return made;
}
