interface Message {
  title: string;
  body: string;
  /** One with the same key takes its place. */
  key: string;
  /** Where a click leads. */
  path: string;
}

/** Shows something outside of the page, if the reader has allowed it. Phones take it from the service worker alone. */
export async function notify({ title, body, key, path }: Message): Promise<void> {
  const options = { body, tag: key, data: { path }, icon: "/icons/192.png" };
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker?.active) return worker.showNotification(title, options);
  const shown = new Notification(title, options);
  shown.onclick = () => {
    window.focus();
    window.location.assign(path);
  };
}
