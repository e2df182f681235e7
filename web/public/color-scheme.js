// Sets the colour scheme before the first paint, so that a dark room never flashes white. A file of its own, because
// the content policy allows no inline script. The key is the one Mantine's colour scheme manager writes.
(() => {
  let scheme = 'auto';
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // Storage may be switched off; the system's scheme is then the answer.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
