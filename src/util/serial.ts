/** Runs asynchronous steps one after another; a step that fails is reported and does not stop the next. */
export const createSerial = (failed: (error: unknown) => void): ((step: () => Promise<void>) => void) => {
  let last: Promise<void> = Promise.resolve();
  return (step) => {
    last = last.then(step).catch(failed);
  };
};
