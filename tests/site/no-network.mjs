import net from 'node:net';

/** Loaded before a program (`node --import`): ends it with code 99 as soon as it opens a connection to any host. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [target] = [args[0]].flat();
  if (target?.path) return connect.apply(this, args);
  process.stderr.write(`connects to ${target?.host ?? target}:${target?.port ?? ''}\n`);
  process.exit(99);
};
