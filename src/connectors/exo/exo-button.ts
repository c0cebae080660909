const isElement = (value: unknown): value is HTMLElement => typeof value === 'object' && value !== null && 'click' in value && 'nodeType' in value;

/** What is pressed, in what a provider made: an element, the first of a jQuery object or array, or that of a Vue component. */
export const exoButton = (made: unknown): HTMLElement | undefined => {
  if (isElement(made)) return made;
  if (typeof made !== 'object' || made === null) return undefined;
  if ('$el' in made) return exoButton(made.$el);
  // jQuery's objects have a length, too.
  return 'length' in made && made.length ? exoButton((made as ArrayLike<unknown>)[0]) : undefined;
};
