// A page whose code cannot even be loaded reports that.
addEventListener("error", ({ message }) => {
  document.body.textContent = encodeURIComponent(JSON.stringify({ error: message }));
});

/** What the page was refused by its policy. */
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
  globalThis.violations.push(`${effectiveDirective} ${blockedURI}`);
});
