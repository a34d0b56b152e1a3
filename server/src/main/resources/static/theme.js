// Runs before anything is drawn: a page must not flash in the other theme.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light";
follow();
dark.addEventListener("change", follow);
