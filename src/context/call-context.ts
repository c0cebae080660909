import {createContext} from '@lit/context';
import type {CallControllerFace} from '../types/controller.js';
import {MAJOR} from '../util/version.js';

/** A registered symbol: copies of one major version agree on it, and different majors do not meet. */
export const CALL_KEY = Symbol.for(`call-elements/${MAJOR}`);

/** How an element asks for the nearest controller. */
export const callContext = createContext<CallControllerFace, symbol>(CALL_KEY);
