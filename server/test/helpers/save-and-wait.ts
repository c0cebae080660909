// A server's process that saves something and is then killed by the test that started it.
import {openDatabase} from '../../src/store/open-database.js';
import {createTestLog} from './test-log.js';

const database = await openDatabase({folder: process.argv[2]}, createTestLog().log);
await database.query(`insert into call_elements.settings values ('policy', 7, '{}', now(), 'root')`);
process.send?.('saved');
setInterval(() => undefined, 1000);
