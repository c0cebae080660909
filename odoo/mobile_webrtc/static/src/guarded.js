/** The same function, but what it throws, or rejects with, is logged: calls never break the web client. */
export function guarded(fn) {
    const log = (error) => console.error("Calls:", error);
    return function (...args) {
        try {
            const result = fn.apply(this, args);
            return result instanceof Promise ? result.catch(log) : result;
        } catch (error) {
            log(error);
            return undefined;
        }
    };
}
