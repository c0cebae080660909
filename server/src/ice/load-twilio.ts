/** The SDK takes memory and time to load, and only servers with a Twilio account need it. */
export const loadTwilio = async () => (await import('twilio')).default;
