import {readFileSync} from 'node:fs';
import {createSecureContext} from 'node:tls';
import {ConfigError} from './config/config-error.js';
import type {TlsFiles} from './config/config.js';

export interface TlsContents {
  readonly cert: Buffer;
  readonly key: Buffer;
}

const read = (name: string, file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException;
    throw new ConfigError([`${name} names ${file}, which cannot be read (${code}): check its path and who may read it.`], {cause});
  }
};

/** Reads certificate and key, and makes sure that they belong together. Throws a `ConfigError`. */
export const readTls = (files: TlsFiles): TlsContents => {
  const contents = {cert: read('TLS_CERT', files.cert), key: read('TLS_KEY', files.key)};
  try {
    createSecureContext(contents);
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException;
    throw new ConfigError(
      [`TLS_CERT and TLS_KEY do not work together (${code}): write a PEM certificate, and the PEM key that it was made for.`],
      {cause},
    );
  }
  return contents;
};
