/** HTTP of the identity provider: its own endpoints, the page on which one chooses who to be, keys and tokens on request. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import * as z from "zod";
import { html, json, type Richiesta, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import { createChiavi } from "./chiavi.ts";
import { buildToken, RichiestaToken } from "./gettoni.ts";
import { clearMemoria } from "./memoria.ts";
import { paginaAccesso, paginaErrore } from "./pagina.ts";
import { DESTINATARIO, PERCORSO } from "./percorso.ts";
import { findPersona, PERSONE } from "./persone.ts";

const Vuoto = z.strictObject({});

/** The provider believes to be at the root: it works out its own address from what was asked. */
const serve = async (callback: (req: IncomingMessage, res: ServerResponse) => Promise<void>, req: IncomingMessage, res: ServerResponse) => {
  const url = req.url ?? "/";
  Object.assign(req, { originalUrl: url, baseUrl: PERCORSO, url: url.slice(PERCORSO.length) || "/" });
  await callback(req, res);
  return undefined;
};

export const rotteIdentita = (contesto: Contesto): Rotta[] => {
  const { baseUrl } = contesto.macchina;
  const chiavi = createChiavi(contesto);
  let provider: Promise<Provider> | undefined;
  // Loaded when somebody needs it: the machine starts without paying for it.
  const getProvider = (): Promise<Provider> => {
    provider ??= import("./provider.ts").then(({ createProvider }) => createProvider(baseUrl, chiavi));
    return provider;
  };

  const show = async ({ req, parametri }: Richiesta, res: ServerResponse) => {
    try {
      await (await getProvider()).interactionDetails(req, res);
    } catch {
      return html(paginaErrore("Questo accesso è scaduto o non è cominciato in questo browser."), 400);
    }
    return html(paginaAccesso(parametri["uid"] ?? ""));
  };

  const choose = async (richiesta: Richiesta, res: ServerResponse) => {
    const persona = findPersona(new URLSearchParams(await richiesta.testo()).get("persona") ?? "");
    if (!persona) return html(paginaErrore("Questa persona non esiste."), 400);
    try {
      const location = await (await getProvider()).interactionResult(richiesta.req, res, {
        login: { accountId: persona.id, remember: false },
      });
      return { stato: 303, intestazioni: { location } };
    } catch {
      return html(paginaErrore("Questo accesso è scaduto o non è cominciato in questo browser."), 400);
    }
  };

  const token = async (richiesta: Richiesta) => {
    const corpo = await richiesta.json(RichiestaToken);
    const [chiave] = chiavi.list();
    if (!chiave) throw new Rifiuto(500, "Il provider non ha chiavi.");
    const emittente = `${baseUrl}${PERCORSO}`;
    const secondi = Math.floor(contesto.ora() / 1000);
    return json(201, { token: buildToken(corpo, { chiave, emittente, destinatario: DESTINATARIO, secondi }) });
  };

  const rotate = async (richiesta: Richiesta) => {
    await richiesta.json(Vuoto);
    chiavi.rotate();
    provider = undefined;
    return json(201, { chiavi: chiavi.list().map(({ kid }) => kid) });
  };

  const pass = async ({ req }: Richiesta, res: ServerResponse) => serve((await getProvider()).callback(), req, res);
  clearMemoria();
  return [
    rotta("GET", `${PERCORSO}/accesso/{uid}`, show),
    rotta("POST", `${PERCORSO}/accesso/{uid}`, choose),
    rotta("GET", `${PERCORSO}/persone`, () => json(200, { persone: PERSONE })),
    rotta("POST", `${PERCORSO}/gettoni`, token),
    rotta("POST", `${PERCORSO}/chiavi`, rotate),
    rotta("GET", `${PERCORSO}/*`, pass),
    rotta("POST", `${PERCORSO}/*`, pass),
  ];
};
