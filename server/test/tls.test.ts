import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {connect} from 'node:tls';
import express from 'express';
import {ConfigError} from '../src/config/config-error.js';
import {createWebServer} from '../src/http/create-web-server.js';
import {listen} from '../src/listen.js';
import {readTls} from '../src/tls.js';

const skip = spawnSync('openssl', ['version']).error ? 'openssl makes the certificates of these tests, and is not installed' : false;
const folder = mkdtempSync(join(tmpdir(), 'call-elements-'));
const files = {cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem')};

const certify = (name: string): void => {
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync('openssl', [...args, '-subj', `/CN=${name}`, '-out', files.cert, '-keyout', files.key], {stdio: 'ignore'});
};

/** Whose certificate a new connection gets. */
const nameAt = async (port: number): Promise<unknown> => {
  const socket = connect({port, host: '127.0.0.1', rejectUnauthorized: false});
  await once(socket, 'secureConnect');
  const {CN} = socket.getPeerCertificate().subject;
  socket.destroy();
  return CN;
};

const fault = (cert: string, key: string): string => {
  try {
    readTls({cert, key});
  } catch (error) {
    assert(error instanceof ConfigError);
    return error.message;
  }
  return '';
};

after(() => rmSync(folder, {recursive: true}));

describe('TLS by file', {skip}, () => {
  before(() => certify('first'));

  it('serves the certificate, and a renewed one without a break; a broken one changes nothing', async () => {
    const {server, protocol, reloadCertificate} = createWebServer(express(), files);
    assert.equal(protocol, 'https');
    const port = await listen(server, '127.0.0.1', 0);
    assert.equal(await nameAt(port), 'first');
    certify('second');
    assert.equal(await nameAt(port), 'first');
    reloadCertificate();
    assert.equal(await nameAt(port), 'second');
    writeFileSync(files.cert, 'half a certificate');
    assert.throws(reloadCertificate, ConfigError);
    assert.equal(await nameAt(port), 'second');
    server.close();
    certify('first');
  });

  it('says which file cannot be read', () => {
    assert.match(fault(join(folder, 'none.pem'), files.key), /^TLS_CERT names .*none\.pem, which cannot be read \(ENOENT\)/);
    assert.match(fault(files.cert, join(folder, 'none.pem')), /^TLS_KEY names/);
  });

  it('says that a key was made for another certificate, without quoting it', () => {
    const other = join(folder, 'other.pem');
    execFileSync('openssl', ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', other]);
    const sentence = fault(files.cert, other);
    assert.match(sentence, /^TLS_CERT and TLS_KEY do not work together \(ERR_/);
    assert.doesNotMatch(sentence, /BEGIN/);
  });
});
