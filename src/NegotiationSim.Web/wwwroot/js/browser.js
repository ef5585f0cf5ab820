// What only the browser can do: remember, wait for a frame, and keep the arrow keys inside the hall.
export const recall = key => localStorage.getItem(key);
export const remember = (key, value) => value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
export const frame = () => new Promise(painted => requestAnimationFrame(() => painted()));

export const theme = () => document.documentElement.dataset.theme
  ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
export const chooseTheme = name => {
  document.documentElement.dataset.theme = name;
  remember('theme', name);
};

const moves = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);
document.addEventListener('keydown', e => {
  if (moves.has(e.key) && e.target instanceof Element && e.target.closest('[data-arrows]')) e.preventDefault();
});

// A seat under the pointer is read out below the hall at once, without a round through the program.
document.addEventListener('pointerover', e => {
  const hall = e.target instanceof Element ? e.target.closest('.hall-box') : null;
  const reading = hall?.querySelector('.hall-reading');
  if (!reading) return;
  const seat = e.target.closest('[role=option]');
  if (seat) reading.dataset.pointed = seat.getAttribute('aria-label');
  else delete reading.dataset.pointed;
});
