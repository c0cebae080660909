import {line} from '../icons.js';

export const up = line('M12 19V5M6 11l6-6 6 6');
export const down = line('M12 5v14M6 13l6 6 6-6');
export const plus = line('M12 5v14M5 12h14');
