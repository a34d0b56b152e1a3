// A tree that opens and closes as a whole.

/** Gives each explanation of a part of the page a button that opens all of it, or closes it. */
function expandable(root) {
  for (const tree of root.querySelectorAll(".explanation")) {
    const button = tree.querySelector(".expand");
    const all = tree.querySelectorAll("details");
    const isOpen = () => [...all].every(part => part.open);
    const name = () => {
      button.textContent = isOpen() ? button.dataset.fold : button.dataset.expand;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = !isOpen();
      all.forEach(part => {
        part.open = open;
      });
    });
    all.forEach(part => part.addEventListener("toggle", name));
  }
}

expandable(document);
