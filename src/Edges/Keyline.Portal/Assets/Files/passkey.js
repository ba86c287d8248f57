// Runs a passkey ceremony for a form: takes the options from data-passkey-options, puts the answer into the
// field "credential", and submits. data-passkey is "create" or "get".
const form = document.querySelector("form[data-passkey]");
const say = text => { form.querySelector("[role=status]").textContent = text; };
form.addEventListener("submit", async event => {
  if (form.elements.credential.value) { return; }
  event.preventDefault();
  try {
    const options = JSON.parse(form.dataset.passkeyOptions);
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.requestSubmit();
  } catch (problem) {
    say(problem.name === "NotAllowedError" ? form.dataset.passkeyCancelled : `${form.dataset.passkeyFailed} (${problem.name})`);
  }
});
