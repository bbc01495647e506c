/** HTTP of Checkout: the creditor's API, the page a browser is sent to, and the same by JSON for tests. */
import * as z from "zod";
import { html, json, type Richiesta, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { findPsp } from "../psp/psp.ts";
import { AZIONI, type Azione, type CarrelloAperto, type Checkout, type EsitoCarrello } from "./checkout.ts";
import { CartRequest, CartRequestV2, problema } from "./contratto.ts";
import { paginaCarrello } from "./pagina.ts";

const Scelta = z.strictObject({ psp: z.string().max(35).optional() });

const isAzione = (testo: string | undefined): testo is Azione => AZIONI.some((azione) => azione === testo);

const create =
  (contesto: Contesto, checkout: Checkout, schema: typeof CartRequest | typeof CartRequestV2) =>
  async (richiesta: Richiesta): Promise<Risposta> => {
    let corpo: unknown;
    try {
      corpo = JSON.parse(await richiesta.testo());
    } catch {
      return problema(400, "Bad Request", "The request body is not valid JSON");
    }
    const letto = schema.safeParse(corpo);
    if (!letto.success) {
      const dettaglio = letto.error.issues.map((voce) => `${voce.path.join(".")} ${voce.message}`).join("; ");
      return problema(400, "Formally invalid input", dettaglio);
    }
    const esito = await checkout.create(letto.data);
    if ("titolo" in esito) return problema(esito.stato, esito.titolo, esito.dettaglio);
    return { stato: 302, intestazioni: { location: `${contesto.macchina.baseUrl}/sandbox/checkout/c/${esito.id}` } };
  };

const presenta = (carrello: CarrelloAperto): Record<string, unknown> => ({
  id: carrello.id,
  stato: carrello.stato,
  creatoIl: carrello.creatoIl,
  ...carrello.richiesta,
  ...(carrello.fault === undefined ? {} : { fault: carrello.fault }),
});

const presentaEsito = ({ carrello, returnUrl, scambi }: EsitoCarrello): Record<string, unknown> => ({
  esito: carrello.fault === undefined ? "OK" : "KO",
  stato: carrello.stato,
  ...(carrello.fault === undefined ? {} : { fault: carrello.fault }),
  ...(returnUrl === undefined ? {} : { returnUrl }),
  scambi: scambi.map(({ operazione, richiesta, risposta, millisecondi, statoHttp }) => ({
    operazione,
    richiesta,
    risposta,
    millisecondi,
    statoHttp,
  })),
});

export const rotteCheckout = (contesto: Contesto, checkout: Checkout): Rotta[] => {
  const servizio = {
    parte: "checkout",
    operazione: "carts",
    rifiuto: problema(500, "Internal Server Error", "There was an error processing the request"),
  } as const;
  const trova = (richiesta: Richiesta): CarrelloAperto => {
    const carrello = checkout.get(richiesta.parametri.id ?? "");
    if (carrello === undefined) throw new Rifiuto(404, "Carrello sconosciuto.");
    return carrello;
  };
  const agisci = async (richiesta: Richiesta, idPsp: string | undefined): Promise<EsitoCarrello> => {
    const azione = richiesta.parametri.azione;
    if (!isAzione(azione)) throw new Rifiuto(404, `Azione non prevista: usare ${AZIONI.join(", ")}.`);
    if (idPsp !== undefined && findPsp(idPsp) === undefined) throw new Rifiuto(400, `psp: ${idPsp} non esiste.`);
    const esito = await checkout.act(trova(richiesta).id, azione, idPsp);
    if (esito === undefined) throw new Rifiuto(409, `Il carrello è già concluso: ${trova(richiesta).stato}.`);
    return esito;
  };
  return [
    rotta("POST", "/sandbox/checkout/ec/v1/carts", conServizio(contesto, servizio, create(contesto, checkout, CartRequest))),
    rotta("POST", "/sandbox/checkout/ec/v2/carts", conServizio(contesto, servizio, create(contesto, checkout, CartRequestV2))),
    rotta("GET", "/sandbox/checkout/carts", () => json(200, { carrelli: checkout.list().map(presenta) })),
    rotta("GET", "/sandbox/checkout/carts/{id}", (richiesta) => json(200, presenta(trova(richiesta)))),
    rotta("POST", "/sandbox/checkout/carts/{id}/{azione}", async (richiesta) => {
      const { psp } = await richiesta.json(Scelta);
      return json(200, presentaEsito(await agisci(richiesta, psp)));
    }),
    rotta("GET", "/sandbox/checkout/c/{id}", (richiesta) => html(paginaCarrello(trova(richiesta)))),
    rotta("POST", "/sandbox/checkout/c/{id}/{azione}", async (richiesta) => {
      const psp = new URLSearchParams(await richiesta.testo()).get("psp") ?? undefined;
      const { carrello, returnUrl } = await agisci(richiesta, psp);
      return { stato: 303, intestazioni: { location: returnUrl ?? `/sandbox/checkout/c/${carrello.id}` } };
    }),
  ];
};
