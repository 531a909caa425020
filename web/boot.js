// Starts the page's module. Trunk names its files by their content and leaves the names in preload links.

const preloaded = (selector) => document.querySelector(selector).href;

try {
  const { default: start } = await import(preloaded('link[rel="modulepreload"]'));
  await start({ module_or_path: preloaded('link[rel="preload"][as="fetch"]') });
} catch (error) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  const dutch = navigator.language.toLowerCase().startsWith("nl");
  message.lang = dutch ? "nl" : "en";
  message.textContent = dutch
    ? "Licensing Lab kon niet starten. Er is een actuele browser met WebAssembly nodig."
    : "Licensing Lab could not start. It needs a current browser with WebAssembly.";
  document.body.replaceChildren(message);
  throw error;
}
