// Stands where the service worker stood, when the owner wants it gone: takes itself and all that it kept off the device.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith('kumo-note-')) await caches.delete(name);
  await self.registration.unregister();
}
