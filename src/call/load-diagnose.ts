import type {diagnose} from './diagnose.js';

/** What writes the report, fetched when somebody asks for one. */
export const loadDiagnose = async (): Promise<typeof diagnose> => (await import('./diagnose.js')).diagnose;
