// Presses the page's one Continue button, for people whose browser runs scripts.
document.forms[0].requestSubmit();
