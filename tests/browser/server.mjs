// A static host on a free local port: a folder, under a path of its own, and nothing else.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Serves the files of `folder` below `path`, which begins and ends with a slash, on a port that is free or on this one. */
export async function serve(folder, path = "/", port = 0) {
  const server = createServer(async (request, response) => {
    const file = locate(folder, path, request);
    const found = file && (await stat(file).catch(() => undefined));
    if (!found?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "cache-control": "no-store",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + path,
    port: server.address().port,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** The file that a request asks for; nothing for what lies outside the folder. */
function locate(folder, path, request) {
  let asked;
  try {
    asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (request.method !== "GET" || !asked.startsWith(path)) return undefined;
  const inside = normalize(asked.slice(path.length) || "index.html");
  if (inside.startsWith("..") || inside.startsWith(sep)) return undefined;
  return join(folder, inside);
}
