/** Static files: ours and Bootstrap Italia's, all from this machine. A closed list of folders, no path from outside. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Rifiuto, type Risposta } from "../comune/http.ts";

const radice = (relativo: string): string => fileURLToPath(new URL(relativo, import.meta.url));

const CARTELLE: Readonly<Record<string, string>> = {
  "": radice("./statici/"),
  fonts: radice("../../../node_modules/bootstrap-italia/dist/fonts/"),
};
const BOOTSTRAP = radice("../../../node_modules/bootstrap-italia/dist/css/bootstrap-italia.min.css");

const TIPI: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
  png: "image/png",
};

const fileDi = (parti: readonly string[]): string | undefined => {
  if (parti.length === 1 && parti[0] === "bootstrap-italia.min.css") return BOOTSTRAP;
  const [prima = ""] = parti;
  const cartella = CARTELLE[parti.length === 1 ? "" : prima];
  const resto = parti.length === 1 ? parti : parti.slice(1);
  if (cartella === undefined || resto.some((parte) => !/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(parte))) return undefined;
  return cartella + resto.join("/");
};

/** @throws Rifiuto 404 for anything that is not a known static file. */
export const serviStatico = async (percorso: string): Promise<Risposta> => {
  const file = fileDi(percorso.split("/"));
  const tipo = TIPI[file?.split(".").at(-1) ?? ""];
  if (file === undefined || tipo === undefined) throw new Rifiuto(404, `${percorso} non esiste.`);
  try {
    return { stato: 200, tipo, corpo: await readFile(file), intestazioni: { "cache-control": "max-age=3600" } };
  } catch {
    throw new Rifiuto(404, `${percorso} non esiste.`);
  }
};
