// A slow network, in a process of its own so that nothing else makes it slower: TCP doors in front of the servers, and
// UDP hops between browsers. The kernel's netem would need root and a module that many machines lack.
import {once} from 'node:events';
import {connect, createServer} from 'node:net';
import {createSocket} from 'node:dgram';
import {WebSocketServer} from 'ws';

const {tcpDelay, udpDelay, targets, pages, hopsPerPage} = JSON.parse(process.argv[2]);

const createDelay = (ms) => {
  // One delay for all, so what comes first is due first: a queue will do.
  const queue = [];
  let timer;
  const run = () => {
    timer = undefined;
    while (queue.length > 0 && queue[0].due <= performance.now()) queue.shift().deliver();
    if (queue.length > 0) timer = setTimeout(run, queue[0].due - performance.now());
  };
  return (deliver) => {
    if (ms === 0) return deliver();
    queue.push({due: performance.now() + ms, deliver});
    timer ??= setTimeout(run, ms);
  };
};

const later = createDelay(tcpDelay);
const carry = createDelay(udpDelay);

const pipe = (from, to) => {
  from.setNoDelay(true);
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('close', () => later(() => to.destroy()));
  from.on('error', () => {});
};

/** A port that stands before a server's: what goes through takes `tcpDelay` each way. */
const openDoor = async (target) => {
  const door = createServer((client) => {
    const server = connect(target, '127.0.0.1');
    pipe(client, server);
    pipe(server, client);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return door.address().port;
};

/** Ports that stand for browsers' own: each stands for one real address, and each real address has one. */
const hops = new Map();
const hopOf = new Map();
const spare = [];

const assign = (hop, real) => {
  if (hop.real) hopOf.delete(`${hop.real.address}:${hop.real.port}`);
  hop.real = real;
  hopOf.set(`${real.address}:${real.port}`, hop);
  for (const deliver of hop.waiting.splice(0)) deliver();
};

const forward = (hop, message, source) => {
  // The page says whom a hop stands for as it hands the address to the browser; packets may be here before.
  if (!hop.real) return hop.waiting.push(() => forward(hop, message, source));
  const name = `${source.address}:${source.port}`;
  if (!hopOf.has(name)) {
    // Nobody was told of this address yet; so the other side will learn it from the packet, as it would from a real one.
    const next = spare.shift();
    if (!next) return;
    spare.push(next);
    assign(next, source);
  }
  hopOf.get(name).socket.send(message, hop.real.port, hop.real.address);
};

const openHop = async () => {
  const hop = {socket: createSocket('udp4'), real: undefined, waiting: []};
  hop.socket.on('message', (message, source) => carry(() => forward(hop, message, source)));
  hop.socket.on('error', () => {});
  hop.socket.bind(0);
  await once(hop.socket, 'listening');
  const {port} = hop.socket.address();
  hops.set(port, hop);
  return port;
};

const openHops = (count) => Promise.all(Array.from({length: count}, openHop));

const control = new WebSocketServer({host: '127.0.0.1', port: 0});
await once(control, 'listening');
control.on('connection', (socket) => {
  socket.on('message', (text) => {
    const {hop, address, port} = JSON.parse(String(text));
    assign(hops.get(hop), {address, port});
  });
});

for (const port of await openHops(32)) spare.push(hops.get(port));
process.send({
  doors: await Promise.all(targets.map(openDoor)),
  hops: await Promise.all(Array.from({length: pages}, () => openHops(hopsPerPage))),
  spare: spare.map(({socket}) => socket.address().port),
  control: control.address().port,
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());
