/** How somebody is, as far as the connector knows. `unknown` is never shown as available. */
export type Presence = 'available' | 'away' | 'busy' | 'do-not-disturb' | 'offline' | 'unknown';
