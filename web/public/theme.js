// Sets the chosen theme before the first paint; a file of its own because the content policy forbids inline scripts.
try {
  const theme = localStorage.getItem('bamsat.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is used.
}
