// Stands where the service worker stood, when the owner wants it gone: takes itself and all that it kept off the device.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const prefix = `kumo-note-${new URL(self.registration.scope).pathname}-`;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await self.registration.unregister();
}
