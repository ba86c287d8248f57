// Follows the session that this page belongs to. When the session ends anywhere, the page goes to sign-in.
const script = document.currentScript;
const stream = new EventSource(script.dataset.live);
const leave = () => { stream.close(); location.replace(script.dataset.gone); };
stream.addEventListener("gone", leave);
// The stream is refused once the session is no more; a network failure alone keeps retrying.
stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) { leave(); } });
