import {createController} from '../call/create-controller.js';
import type {CallControllerFace} from '../types/controller.js';
import {CALL_KEY} from './call-context.js';
import {provideCall} from './provide-call.js';

type Shelf = Partial<Record<symbol, CallControllerFace>>;

/**
 * The page's own controller, made at the first call and shared by all copies of this major version. Elements find
 * it from anywhere, closed shadow roots included, since `<html>` provides it.
 */
export const pageController = (): CallControllerFace => {
  const shelf = globalThis as Shelf;
  const known = shelf[CALL_KEY];
  if (known) return known;
  const controller = createController();
  shelf[CALL_KEY] = controller;
  if (typeof document !== 'undefined') provideCall(document.documentElement, controller);
  return controller;
};
