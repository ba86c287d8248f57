// Shows a Copy button beside each copyable value. Without script the value can still be selected with one click.
for (const box of document.querySelectorAll(".copy")) {
  const button = box.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector("code").textContent);
    button.textContent = button.dataset.done;
  });
}
