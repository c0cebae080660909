/** As `promise` settles, or as `late` says after so many milliseconds; what was promised goes on, and no timer stays behind. */
export const within = async <Value>(promise: Promise<Value>, milliseconds: number, late: () => Value): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  return Promise.race([promise, over.then(late)]).finally(() => clearTimeout(timer));
};
