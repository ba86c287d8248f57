// Follows the session that this page belongs to. When the session ends anywhere, the page goes to sign-in.
const script = document.currentScript;
let stream;
let leaving = false;
// Signing out ends the session while the browser is on its way to the IdP; that way must not be cut off.
addEventListener("beforeunload", () => { leaving = true; setTimeout(() => { leaving = false; }, 10000); });
const leave = () => { stream.close(); if (leaving) { setTimeout(leave, 10000); } else { location.replace(script.dataset.gone); } };
const follow = () => {
  stream = new EventSource(script.dataset.live);
  stream.addEventListener("gone", leave);
  // Other pages of this session follow it already; this one asks again when somebody looks at it.
  stream.addEventListener("full", () => {
    stream.close();
    document.addEventListener("visibilitychange", follow, { once: true });
  });
  // The stream is refused once the session is no more; a network failure alone keeps retrying.
  stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) { leave(); } });
};
follow();
