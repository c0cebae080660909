// Prints a token for a user: TOKEN_SECRET=… node sign.mjs alice "Alice Martin"
import {createHmac} from 'node:crypto';

const [id, name] = process.argv.slice(2);
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

const now = Math.floor(Date.now() / 1000);
const claims = {sub: id, name, aud: 'call-elements', iat: now, exp: now + 3600};
const content = `${encode({alg: 'HS256', typ: 'JWT'})}.${encode(claims)}`;
const signature = createHmac('sha256', process.env.TOKEN_SECRET).update(content).digest('base64url');
console.log(`${content}.${signature}`);
