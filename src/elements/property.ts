import type {PropertyDeclaration, ReactiveElement} from 'lit';

/** Lit's decorator for TypeScript's own decorators, without the half that serves the standard ones. */
export const property =
  (declaration?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, declaration);
