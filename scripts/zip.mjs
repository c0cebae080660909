// Writes a zip file. Node has deflate and CRC-32 but no zip, and this is all of it that an addon needs.
import {crc32, deflateRawSync} from 'node:zlib';

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** The first of January 1980, at midnight: the same files make the same zip. */
const DAY = 0x21;

/** What the local header and the directory say in the same words. */
const describe = (name, data, packed) => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DAY, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const signature = (text) => Buffer.from(`PK${text}`, 'latin1');

/** @param {[name: string, data: Buffer][]} files */
export const zip = (files) => {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [path, data] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(data, {level: 9});
    const fields = describe(name, data, packed);
    const body = Buffer.concat([signature('\x03\x04'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    directory.push(signature('\x01\x02'), Buffer.from([20, 3]), fields, place, name);
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, signature('\x05\x06'), end]);
};
