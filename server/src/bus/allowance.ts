/**
 * Bounds what is on its way and not yet confirmed: a NATS that reads nothing may not fill our memory. Returns a function
 * that says whether so many more bytes may go.
 */
export const createAllowance = (most: number, confirm: () => Promise<void>): ((bytes: number) => boolean) => {
  let pending = 0;
  let isAsking = false;

  const ask = async (): Promise<void> => {
    isAsking = true;
    while (pending > 0) {
      const asked = pending;
      // A broken connection drops what it held.
      const isConfirmed = await confirm().then(
        () => true,
        () => false,
      );
      pending = isConfirmed ? pending - asked : 0;
    }
    isAsking = false;
  };

  return (bytes) => {
    if (pending + bytes > most) return false;
    pending += bytes;
    // Not before the caller has sent what it asked for.
    if (!isAsking) queueMicrotask(() => void ask());
    return true;
  };
};
