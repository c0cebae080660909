/** A random UUID (RFC 9562, version 4), in insecure contexts too, where `crypto.randomUUID` is missing. */
export const randomId = (): string =>
  crypto.randomUUID?.() ??
  '00000000-0000-4000-8000-000000000000'.replace(/0/g, () => {
    const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (random % 16).toString(16);
  });
